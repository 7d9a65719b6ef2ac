'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { lockDownLines } from '@/lib/access'
import { nothingSchema } from '@/lib/schemas/trash'
import { publisherSchema, workspaceSettingsSchema } from '@/lib/schemas/workspace'
import { organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { currentMember, renewToken } from '@/server/auth/session'
import { lockDown } from '@/server/workspace/lock-down'
import { removeMark } from '@/server/workspace/mark'
import { changeWorkspaceSettings } from '@/server/workspace/mutations'
import { changePublisher } from '@/server/workspace/publisher'

export async function saveSettings(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(workspaceSettingsSchema, async (viewer, settings, values) => {
    await requireOwnPassword(viewer, values)
    await changeWorkspaceSettings(viewer, settings)
    refresh()
    return 'Saved.'
  })(previous, formData)
}

export async function savePublisher(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(publisherSchema, async (viewer, publisher) => {
    await changePublisher(viewer, publisher)
    refresh()
    return 'Saved. Links that name the publisher show this now.'
  })(previous, formData)
}

export async function takeMarkAway(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer) => {
    await removeMark(viewer)
    refresh()
    return 'The mark is removed from every link.'
  })(previous, formData)
}

export async function lockDownNow(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer, _, values) => {
    await requireOwnPassword(viewer, values)
    const member = await currentMember()
    const done = await lockDown(viewer, member?.sessionId ?? null)
    if (member) await renewToken(member, { endsFormer: true })
    refresh()
    return `The workspace is locked down. ${lockDownLines(done).join(' ')}`
  })(previous, formData)
}
