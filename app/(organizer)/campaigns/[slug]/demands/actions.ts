'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import type { FormState } from '@/lib/forms/state'
import {
  assessmentSchema,
  decisionSchema,
  demandSchema,
  disputedStandingSchema,
  takeBackSchema,
} from '@/lib/schemas/demand'
import { nothingSchema } from '@/lib/schemas/trash'
import { boundAction, organizerAction } from '@/server/action'
import { assess, decide } from '@/server/demands/assessments'
import { disputeStanding as dispute, takeBackDispute } from '@/server/demands/disputes'
import { createDemand, updateDemand } from '@/server/demands/mutations'
import { checkStanding as check, uncheckStanding as uncheck } from '@/server/demands/second-reader'

export const addDemand = boundAction(
  z.strictObject({ slug: bound.slug }),
  demandSchema,
  async (viewer, input, { slug }) => {
    const { number } = await createDemand(viewer, slug, input)
    refresh()
    return `Demand ${number} is added.`
  },
)

export const saveDemand = boundAction(
  z.strictObject({ slug: bound.slug, id: bound.id, number: bound.number }),
  demandSchema,
  async (viewer, input, { slug, id, number }) => {
    await updateDemand(viewer, id, input)
    redirect(`/campaigns/${slug}/demands/${number}`)
  },
)

export const assessDemand = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits, number: bound.number }),
  (_values, { habits: { today, ...settings } }) => assessmentSchema(today, settings),
  async (viewer, input, { slug, number }) => {
    await assess(viewer, input)
    redirect(`/campaigns/${slug}/demands/${number}`)
  },
)

export const checkStanding = boundAction(
  z.strictObject({ id: bound.id }),
  nothingSchema,
  async (viewer, _input, { id }) => {
    await check(viewer, id)
    refresh()
    return 'It is marked as checked.'
  },
)

export async function disputeStanding(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(disputedStandingSchema, async (viewer, input) => {
    await dispute(viewer, input)
    refresh()
    return 'The dispute is recorded.'
  })(previous, formData)
}

export async function takeBackStandingDispute(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(takeBackSchema, async (viewer, { id, back }) => {
    await takeBackDispute(viewer, id, back === 'yes')
    refresh()
    return back === 'yes' ? 'Dispute removed.' : 'Dispute restored.'
  })(previous, formData)
}

export const uncheckStanding = boundAction(
  z.strictObject({ id: bound.id }),
  nothingSchema,
  async (viewer, _input, { id }) => {
    await uncheck(viewer, id)
    refresh()
    return 'The check mark is removed.'
  },
)

export async function decideProposal(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(decisionSchema, async (viewer, input) => {
    await decide(viewer, input)
    refresh()
    return input.decision === 'confirmed' ? 'It is confirmed.' : 'It is rejected.'
  })(previous, formData)
}
