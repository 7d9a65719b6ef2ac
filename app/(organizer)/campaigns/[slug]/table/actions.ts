'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { entryFormValues } from '@/lib/entries/form-values'
import { formKinds } from '@/lib/kinds/form'
import type { OpenedCell } from '@/lib/timeline/cells'
import { requireViewer } from '@/server/auth/session'
import { mayChange } from '@/server/auth/viewer'
import { getEntry } from '@/server/entries/queries'
import { AppError, notFound } from '@/server/errors'
import { isUuid } from '@/server/ids'
import { bulkSchema, undoSchema } from '@/lib/schemas/record'
import { boundAction } from '@/server/action'
import { changeMany, undoMany } from '@/server/entries/bulk'

export const changeChosen = boundAction(
  z.strictObject({ campaignId: bound.id, here: bound.path }),
  bulkSchema,
  async (viewer, input, { campaignId, here }) => {
    const { undo, count } = await changeMany(viewer, campaignId, input)
    if (count === 0) return 'Nothing changed: they already were.'
    redirect(
      `${here}${here.includes('?') ? '&' : '?'}undo=${undo}&changed=${count}&did=${input.action}`,
    )
  },
)

/** An entry as its form shows it, for a cell of the table to be edited in place. */
export async function openCell(id: string): Promise<OpenedCell> {
  const viewer = await requireViewer()
  try {
    if (typeof id !== 'string' || !isUuid(id)) throw notFound('entry')
    const entry = await getEntry(viewer, id)
    if (!mayChange(viewer, entry)) return { message: 'Only editors can change published entries.' }
    return {
      values: { ...entryFormValues(entry), version: String(entry.version) },
      town: entry.placed?.town?.name ?? null,
      kinds: formKinds(),
    }
  } catch (error) {
    if (error instanceof AppError) return { message: error.message }
    throw error
  }
}

export const undoChosen = boundAction(
  z.strictObject({ here: bound.path }),
  undoSchema,
  async (viewer, { undo }, { here }) => {
    const { undone, left } = await undoMany(viewer, undo)
    redirect(`${here}${here.includes('?') ? '&' : '?'}undone=${undone}&left=${left}`)
  },
)
