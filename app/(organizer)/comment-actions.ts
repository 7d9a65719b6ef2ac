'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { commentedRecords } from '@/lib/comments/comments'
import type { FormState } from '@/lib/forms/state'
import { bound } from '@/lib/schemas/bound'
import { commentChangeSchema, commentEditSchema, commentSchema } from '@/lib/schemas/comment'
import { boundAction, organizerAction } from '@/server/action'
import { addComment, changeComment, editComment } from '@/server/comments/mutations'
import { markSeen, openNotification as openOne } from '@/server/comments/notifications'

export const comment = boundAction(
  z.strictObject({ record: z.enum(commentedRecords), id: bound.id }),
  commentSchema,
  async (viewer, input, { record, id }) => {
    await addComment(viewer, { record, id }, input)
    refresh()
    return input.thread ? 'Reply added.' : 'Comment added.'
  },
)

export async function rewordComment(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(commentEditSchema, async (viewer, { id, body }) => {
    await editComment(viewer, id, body)
    refresh()
  })(previous, formData)
}

const notificationSchema = z.strictObject({ id: bound.id })
const allSchema = z.strictObject({ id: z.literal('all') })

const DONE = {
  delete: 'Comment deleted. You can restore it for 30 days.',
  restore: 'Comment restored.',
  resolve: 'Thread resolved.',
  reopen: 'Thread reopened.',
} as const

export async function changeOneComment(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(commentChangeSchema, async (viewer, { id, change }) => {
    await changeComment(viewer, id, change)
    refresh()
    return DONE[change]
  })(previous, formData)
}

export async function openNotification(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(notificationSchema, async (viewer, { id }) => {
    const href = await openOne(viewer, id)
    // The header counts what is new.
    refresh()
    redirect(href)
  })(previous, formData)
}

export async function markAllSeen(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(allSchema, async (viewer) => {
    await markSeen(viewer)
    refresh()
    return 'Marked as seen.'
  })(previous, formData)
}
