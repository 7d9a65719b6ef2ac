import { dateInWords, isExact } from '../dates/words'
import { inquiryOutcomeLabels } from '../schemas/words'
import type { AskedOrganization, InquiryStep } from './ledger'
import { certainDay, daysFromTo, possibleDays, daySpanInWords, spanLength } from './spans'

/**
 * What is known of an inquiry at one organization on a day: the last step by then that was not taken
 * back. Null where it was not asked yet.
 */
export function stepAsOf({ steps }: AskedOrganization, asOf: string): InquiryStep | null {
  return (
    steps.findLast(({ edtf, takenBack }) => !takenBack && possibleDays(edtf, asOf) !== null) ?? null
  )
}

/** Whether an answer is still out: not answered and not declined. */
export function isOut(step: InquiryStep): boolean {
  return step.outcome === 'waiting' || step.outcome === 'did_not_immediately_respond'
}

/**
 * Three different facts, each said as what it is: "Did not immediately respond. No reply recorded for
 * 285 days.", "Declined on 3 Mar 2026, after 18 days.", "Answered by 3 Mar 2026."
 *
 * @param asked EDTF of the day on which it was asked.
 */
export function stepInWords(step: InquiryStep, asked: string, asOf: string): string {
  const label = inquiryOutcomeLabels[step.outcome]
  const from = possibleDays(asked, asOf)
  if (!from) return `${label}.`
  if (isOut(step)) {
    const span = daysFromTo(from, certainDay(asOf))
    return spanLength(span) === 0
      ? `${label}. No reply recorded yet.`
      : `${label}. No reply recorded for ${daySpanInWords(span)}.`
  }
  // What the inquiry's own entry says has no later day of its own.
  if (step.id === null) return `${label}.`
  const words = dateInWords(step.edtf, { weekday: false })
  const to = possibleDays(step.edtf, asOf)
  const span = to && daysFromTo(from, to)
  const after =
    span && (span.most === null || span.most > 0) ? `, after ${daySpanInWords(span)}` : ''
  return `${label} ${isExact(step.edtf) ? `on ${words}` : words}${after}.`
}
