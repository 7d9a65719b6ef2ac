'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { nothingSchema, restoreSchema } from '@/lib/schemas/trash'
import type { TrashableRecord } from '@/lib/trash'
import { organizerAction } from '@/server/action'
import { restoreEntry } from '@/server/entries/trash'
import { restoreRecord, trashRecord } from '@/server/trash/mutations'

/** Which record, and the trash that it goes to; bound on the server. */
type Place = { record: TrashableRecord; id: string; trash: string }

export async function moveRecordToTrash(
  { record, id, trash }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer) => {
    await trashRecord(viewer, record, id)
    redirect(`${trash}?record=${record}&undo=${id}`)
  })(previous, formData)
}

export async function bringBack(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(restoreSchema, async (viewer, { record, id }) => {
    if (record === 'entry') await restoreEntry(viewer, id)
    else await restoreRecord(viewer, record, id)
    refresh()
    return 'It is back.'
  })(previous, formData)
}

/** The same from a notice, which goes back to where the record stands. */
export async function undoTrash(
  { home }: { home: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(restoreSchema, async (viewer, { record, id }) => {
    if (record === 'entry') await restoreEntry(viewer, id)
    else await restoreRecord(viewer, record, id)
    redirect(home)
  })(previous, formData)
}
