'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { assessmentSchema, decisionSchema, demandSchema } from '@/lib/schemas/demand'
import { organizerAction } from '@/server/action'
import { assess, decide } from '@/server/demands/assessments'
import { createDemand, updateDemand } from '@/server/demands/mutations'

/** What the page knows and the form does not say; bound on the server, so that no browser can change it. */
type Place = { slug: string }

export async function addDemand(
  { slug }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(demandSchema, async (viewer, input) => {
    const { number } = await createDemand(viewer, slug, input)
    refresh()
    return `Demand ${number} is added.`
  })(previous, formData)
}

export async function saveDemand(
  { slug, id, number }: Place & { id: string; number: number },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(demandSchema, async (viewer, input) => {
    await updateDemand(viewer, id, input)
    redirect(`/campaigns/${slug}/demands/${number}`)
  })(previous, formData)
}

export async function assessDemand(
  { slug, today, number }: Place & { today: string; number: number },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(assessmentSchema(today), async (viewer, input) => {
    await assess(viewer, input)
    redirect(`/campaigns/${slug}/demands/${number}`)
  })(previous, formData)
}

export async function decideProposal(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(decisionSchema, async (viewer, input) => {
    await decide(viewer, input)
    refresh()
    return input.decision === 'confirmed' ? 'It is confirmed.' : 'It is rejected.'
  })(previous, formData)
}
