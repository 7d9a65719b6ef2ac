'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { assignedRecords } from '@/lib/assignments'
import { assignmentSchema } from '@/lib/schemas/assignment'
import { bound } from '@/lib/schemas/bound'
import { boundAction } from '@/server/action'
import { assign } from '@/server/assignments/mutations'

export const assignTo = boundAction(
  z.strictObject({ record: z.enum(assignedRecords), id: bound.id, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => assignmentSchema(today, settings),
  async (viewer, input, { record, id }) => {
    const { told } = await assign(viewer, { record, id }, input)
    refresh()
    if (!input.member) return 'Assigned to nobody.'
    return told ? 'Assigned. They are notified.' : 'Assigned.'
  },
)
