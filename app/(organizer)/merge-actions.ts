'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import type { MergeableRecord } from '@/lib/merging'
import { mergeSchema, unmergeSchema } from '@/lib/schemas/merging'
import { organizerAction } from '@/server/action'
import { mergeRecords } from '@/server/merging/merge'
import { undoMerge } from '@/server/merging/unmerge'

/** Which two, and the page of the kept one; bound on the server. */
type Place = { record: MergeableRecord; keptId: string; goneId: string; home: string }

export async function mergeHere(
  { home, record, keptId, goneId }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(mergeSchema, async (viewer, { take }) => {
    const { merge } = await mergeRecords(viewer, record, { keptId, goneId, take })
    redirect(`${home}?merged=${merge}`)
  })(previous, formData)
}

export async function unmergeHere(
  { home }: Pick<Place, 'home'>,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(unmergeSchema, async (viewer, { merge }) => {
    await undoMerge(viewer, merge)
    redirect(home)
  })(previous, formData)
}
