'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import type { FormState } from '@/lib/forms/state'
import {
  followUpEndSchema,
  followUpSchema,
  inquiryOutcomeSchema,
  takeBackSchema,
} from '@/lib/schemas/demand'
import { boundAction, organizerAction } from '@/server/action'
import { endCalendarAddress, makeCalendarAddress } from '@/server/demands/feeds'
import { endFollowUp, reopenFollowUp, setFollowUp } from '@/server/demands/follow-ups'
import { recordOutcome, takeBackOutcome } from '@/server/demands/inquiries'

export const setFollowUpDay = boundAction(
  z.strictObject({ habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => followUpSchema(today, settings),
  async (viewer, input) => {
    await setFollowUp(viewer, input)
    refresh()
    return 'Follow-up set.'
  },
)

export async function finishFollowUp(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(followUpEndSchema, async (viewer, { id, ending }) => {
    if (ending === 'reopened') await reopenFollowUp(viewer, id)
    else await endFollowUp(viewer, id, ending)
    refresh()
    return ending === 'reopened'
      ? 'Follow-up reopened.'
      : 'Follow-up closed. You can undo this for a week.'
  })(previous, formData)
}

export const recordInquiryOutcome = boundAction(
  z.strictObject({ habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => inquiryOutcomeSchema(today, settings),
  async (viewer, input) => {
    await recordOutcome(viewer, input)
    refresh()
    return 'Outcome recorded. Earlier outcomes stay in the history.'
  },
)

export async function takeBackInquiryOutcome(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(takeBackSchema, async (viewer, { id, back }) => {
    await takeBackOutcome(viewer, id, back === 'yes')
    refresh()
    return back === 'yes' ? 'Outcome removed.' : 'Outcome restored.'
  })(previous, formData)
}

export const changeCalendarAddress = boundAction(
  z.strictObject({ slug: bound.slug }),
  z.strictObject({ wanted: z.enum(['new', 'none']) }),
  async (viewer, { wanted }, { slug }) => {
    if (wanted === 'new') await makeCalendarAddress(viewer, slug)
    else await endCalendarAddress(viewer, slug)
    refresh()
    return wanted === 'new' ? 'Address created.' : 'Address revoked.'
  },
)
