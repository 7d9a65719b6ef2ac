import { z } from 'zod'
import type { DateContext } from '../dates/context'
import type { DateSettings } from '../dates/habits'
import { dateInWords, isExact } from '../dates/words'
import { dateWords } from './dates'
import { lineText, longText, optionalId, optionalVersion, requiredLine } from './text'
import { inquiryOutcomeLabels, keysOf, standingLabels } from './words'

/** A demand: its wording, and names of targets and counterparties, with semicolons between them. */
export const demandSchema = z.strictObject({
  wording: longText(2_000).refine(
    (text) => text !== '',
    'Write what must be done, in words that can be checked.',
  ),
  note: lineText(500).default(''),
  targets: lineText(500).refine((text) => text !== '', 'Say who must do it.'),
  counterparties: lineText(500).default(''),
  version: optionalVersion(),
})
export type DemandInput = z.output<typeof demandSchema>

/** One dated change of a standing at a target by now, with the entry it rests on or none. */
export function assessmentSchema(today: string, settings: DateSettings = {}) {
  return z.strictObject({
    demand: z.uuid(),
    organization: z.uuid('Choose a target.'),
    standing: z.enum(keysOf(standingLabels), 'Choose one from the list.'),
    date: dateWords({ ...settings, today }).refine(
      ({ firstDay }) => firstDay <= today,
      `A standing says how things are now. Give a day up to today, ${dateInWords(today)}.`,
    ),
    entry: optionalId(),
    note: longText(2_000).default(''),
  })
}
export type AssessmentInput = z.output<ReturnType<typeof assessmentSchema>>

/** What a member says to a proposed assessment. */
export const decisionSchema = z.strictObject({
  assessment: z.uuid(),
  decision: z.enum(['confirmed', 'rejected']),
  reason: longText(1_000).default(''),
})
export type DecisionInput = z.output<typeof decisionSchema>

/** That somebody disputes a standing: who, why, and where it stands or nothing. */
export const disputedStandingSchema = z.strictObject({
  assessment: z.uuid(),
  reason: longText(2_000).refine((text) => text !== '', 'Say what is disputed, and why.'),
  saidBy: requiredLine(300, 'Say who disputes it.'),
  source: optionalId(),
})
export type DisputeInput = z.output<typeof disputedStandingSchema>

/** Takes something back that was recorded by mistake, or puts it back. */
export const takeBackSchema = z.strictObject({ id: z.uuid(), back: z.enum(['yes', 'no']) })

/** What came of an inquiry at one organization later on, with the entry that tells of it or none. */
export function inquiryOutcomeSchema(today: string, settings: DateSettings = {}) {
  return z.strictObject({
    inquiry: z.uuid(),
    organization: z.uuid('Choose one of those who were asked.'),
    outcome: z.enum(keysOf(inquiryOutcomeLabels), 'Choose one from the list.'),
    date: dateWords({ ...settings, today }),
    entry: optionalId(),
    note: longText(2_000).default(''),
  })
}
export type InquiryOutcomeInput = z.output<ReturnType<typeof inquiryOutcomeSchema>>

/** The day on which to ask again, at a target of a demand or at one who was asked. */
export function followUpSchema(today: string, settings: DateSettings = {}) {
  return z
    .strictObject({
      demand: optionalId(),
      inquiry: optionalId(),
      organization: z.uuid(),
      dueOn: dueDay({ ...settings, today, expects: 'ahead' }),
      note: lineText(200).default(''),
    })
    .refine(({ demand, inquiry }) => (demand ? 1 : 0) + (inquiry ? 1 : 0) === 1, {
      message: 'A follow-up is about one demand or one inquiry.',
      path: ['dueOn'],
    })
}
export type FollowUpInput = z.output<ReturnType<typeof followUpSchema>>

/** One day as an ISO day. */
function dueDay(context: DateContext) {
  return dateWords(context)
    .refine(({ edtf }) => isExact(edtf), 'Give one day, such as 13 Feb 2026.')
    .transform(({ firstDay }) => firstDay)
}

/** How a follow-up ends, or that it is opened again. */
export const followUpEndSchema = z.strictObject({
  id: z.uuid(),
  ending: z.enum(['done', 'cleared', 'reopened']),
})

/** Names with semicolons between them, each once, in order. */
export function splitNames(text: string): string[] {
  const seen = new Map<string, string>()
  for (const name of text.split(';').map((part) => part.trim())) {
    if (name !== '' && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  }
  return [...seen.values()]
}
