'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import type { FormState } from '@/lib/forms/state'
import { nothingSchema, restoreSchema } from '@/lib/schemas/trash'
import { trashableRecords } from '@/lib/trash'
import { boundAction, organizerAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { restoreEntry } from '@/server/entries/trash'
import { restoreRecord, trashRecord } from '@/server/trash/mutations'

export const moveRecordToTrash = boundAction(
  z.strictObject({ record: z.enum(trashableRecords), id: bound.id, trash: bound.path }),
  nothingSchema,
  async (viewer, _input, { record, id, trash }, values) => {
    if (record === 'campaign') await requireOwnPassword(viewer, values)
    await trashRecord(viewer, record, id)
    redirect(`${trash}?record=${record}&undo=${id}`)
  },
)

export async function bringBack(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(restoreSchema, async (viewer, { record, id }) => {
    if (record === 'entry') await restoreEntry(viewer, id)
    else await restoreRecord(viewer, record, id)
    refresh()
    return 'It is back.'
  })(previous, formData)
}

/** The same from a notice, which goes back to where the record stands. */
export const undoTrash = boundAction(
  z.strictObject({ home: bound.path }),
  restoreSchema,
  async (viewer, { record, id }, { home }) => {
    if (record === 'entry') await restoreEntry(viewer, id)
    else await restoreRecord(viewer, record, id)
    redirect(home)
  },
)
