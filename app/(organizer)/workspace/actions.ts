'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { workspaceSettingsSchema } from '@/lib/schemas/workspace'
import { organizerAction } from '@/server/action'
import { changeWorkspaceSettings } from '@/server/workspace/mutations'

export async function saveSettings(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(workspaceSettingsSchema, async (viewer, settings) => {
    await changeWorkspaceSettings(viewer, settings)
    refresh()
    return 'Saved.'
  })(previous, formData)
}
