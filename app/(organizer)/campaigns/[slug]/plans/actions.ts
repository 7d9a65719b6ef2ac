'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import {
  planCallOffSchema,
  planEditSchema,
  planMoveSchema,
  planPartSchema,
  planRoleSchema,
  planSchema,
  planTaskSchema,
  planUndoMoveSchema,
} from '@/lib/schemas/plan'
import { nothingSchema } from '@/lib/schemas/trash'
import type { FormState } from '@/lib/forms/state'
import { boundAction, organizerAction } from '@/server/action'
import { toldInWords } from '@/lib/plans'
import { movePlan, undoMove } from '@/server/plans/move'
import { createPlan, updatePlan } from '@/server/plans/mutations'
import { callOff, planAgain } from '@/server/plans/outcome'
import { changePart, saveRole, saveTask } from '@/server/plans/parts'

export const addPlan = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => planSchema(today, settings),
  async (viewer, input, { slug }) => {
    const { id } = await createPlan(viewer, slug, input)
    redirect(`/campaigns/${slug}/plans/${id}`)
  },
)

export const savePlan = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id }),
  planEditSchema,
  async (viewer, input, { slug, id }) => {
    await updatePlan(viewer, id, input)
    redirect(`/campaigns/${slug}/plans/${id}`)
  },
)

export const move = boundAction(
  z.strictObject({ id: bound.id, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => planMoveSchema(today, settings),
  async (viewer, input, { id }) => {
    const { told } = await movePlan(viewer, id, input)
    refresh()
    return `Moved.${toldInWords(told)}`
  },
)

export const moveBack = boundAction(
  z.strictObject({ id: bound.id }),
  planUndoMoveSchema,
  async (viewer, { lastMove }, { id }) => {
    await undoMove(viewer, id, lastMove)
    refresh()
    return 'The move is undone.'
  },
)

export const cancel = boundAction(
  z.strictObject({ id: bound.id }),
  planCallOffSchema,
  async (viewer, { reason }, { id }) => {
    const { told } = await callOff(viewer, id, reason)
    refresh()
    return `Called off.${toldInWords(told)}`
  },
)

export const again = boundAction(
  z.strictObject({ id: bound.id }),
  nothingSchema,
  async (viewer, _input, { id }) => {
    await planAgain(viewer, id)
    refresh()
    return 'It is planned again.'
  },
)

export const setRole = boundAction(
  z.strictObject({ id: bound.id }),
  planRoleSchema,
  async (viewer, input, { id }) => {
    const { told } = await saveRole(viewer, id, input)
    refresh()
    return told ? 'Saved. They are notified.' : 'Saved.'
  },
)

export const setTask = boundAction(
  z.strictObject({ id: bound.id, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => planTaskSchema(today, settings),
  async (viewer, input, { id }) => {
    const { told } = await saveTask(viewer, id, input)
    refresh()
    return told ? 'Saved. They are notified.' : 'Saved.'
  },
)

export async function pressPart(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(planPartSchema, async (viewer, input) => {
    await changePart(viewer, input)
    refresh()
    return ''
  })(previous, formData)
}
