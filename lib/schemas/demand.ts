import { z } from 'zod'
import { dateWords } from './dates'
import { lineText, longText, optionalId, optionalVersion } from './text'
import { keysOf, standingLabels } from './words'

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

/** One dated change of a standing at a target, with the entry it rests on or none. */
export function assessmentSchema(today: string) {
  return z.strictObject({
    demand: z.uuid(),
    organization: z.uuid('Choose a target.'),
    standing: z.enum(keysOf(standingLabels), 'Choose one of the list.'),
    date: dateWords(today),
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

/** Names with semicolons between them, each once, in order. */
export function splitNames(text: string): string[] {
  const seen = new Map<string, string>()
  for (const name of text.split(';').map((part) => part.trim())) {
    if (name !== '' && !seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name)
  }
  return [...seen.values()]
}
