'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { workspaceSettingsSchema } from '@/lib/schemas/workspace'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { changeWorkspaceSettings } from '@/server/workspace/mutations'

export async function saveSettings(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(workspaceSettingsSchema, async (viewer, settings, values) => {
    await requireOwnPassword(viewer, values)
    await changeWorkspaceSettings(viewer, settings)
    refresh()
    return 'Saved.'
  })(previous, formData)
}
