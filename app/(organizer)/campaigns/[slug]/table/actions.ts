'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
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

export const undoChosen = boundAction(
  z.strictObject({ here: bound.path }),
  undoSchema,
  async (viewer, { undo }, { here }) => {
    const { undone, left } = await undoMany(viewer, undo)
    redirect(`${here}${here.includes('?') ? '&' : '?'}undone=${undone}&left=${left}`)
  },
)
