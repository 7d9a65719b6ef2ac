'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { bulkSchema, undoSchema } from '@/lib/schemas/record'
import { organizerAction } from '@/server/action'
import { changeMany, undoMany } from '@/server/entries/bulk'

/** The campaign, and the page of the table to come back to; bound on the server. */
type Place = { campaignId: string; here: string }

export async function changeChosen(
  { campaignId, here }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(bulkSchema, async (viewer, input) => {
    const { undo, count } = await changeMany(viewer, campaignId, input)
    if (count === 0) return 'They are so already: nothing was changed.'
    redirect(`${here}${here.includes('?') ? '&' : '?'}undo=${undo}&changed=${count}`)
  })(previous, formData)
}

export async function undoChosen(
  { here }: Pick<Place, 'here'>,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(undoSchema, async (viewer, { undo }) => {
    const { undone, left } = await undoMany(viewer, undo)
    redirect(`${here}${here.includes('?') ? '&' : '?'}undone=${undone}&left=${left}`)
  })(previous, formData)
}
