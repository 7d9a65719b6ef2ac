'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { mergeableRecords } from '@/lib/merging'
import { mergeSchema, unmergeSchema } from '@/lib/schemas/merging'
import { boundAction } from '@/server/action'
import { mergeRecords } from '@/server/merging/merge'
import { undoMerge } from '@/server/merging/unmerge'

export const mergeHere = boundAction(
  z.strictObject({
    home: bound.path,
    record: z.enum(mergeableRecords),
    survivorId: bound.id,
    duplicateId: bound.id,
  }),
  mergeSchema,
  async (viewer, { take }, { home, record, survivorId, duplicateId }) => {
    const { merge } = await mergeRecords(viewer, record, { survivorId, duplicateId, take })
    redirect(`${home}?merged=${merge}`)
  },
)

export const unmergeHere = boundAction(
  z.strictObject({ home: bound.path }),
  unmergeSchema,
  async (viewer, { merge }, { home }) => {
    await undoMerge(viewer, merge)
    redirect(home)
  },
)
