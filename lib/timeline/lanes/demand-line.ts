import { countsSilence, isPending, type ClockFacts } from '../../demands/clock'
import { daysFromTo, certainDay, daySpanInWords } from '../../demands/spans'
import { dateBounds } from '../../dates/edtf'
import { dayNumber } from '../../dates/calendar'
import type { Standing } from '../../schemas/words'
import type { DemandLine } from './sheet'

/** A demand at one target: its clock, and its standing with the EDTF date since when it holds. */
export type LineTarget = { facts: ClockFacts; standing: Standing; since: string | null }

/**
 * The thread of a demand as its line is drawn; null where no entry raises it.
 *
 * @param today ISO day in the campaign's zone.
 */
export function demandLine(
  number: number,
  targets: LineTarget[],
  { raised, today }: { raised: ClockFacts['raised']; today: string },
): DemandLine | null {
  if (!raised) return null
  const answers = targets.map(({ facts }) => facts.answered && dayOf(facts.answered.days))
  const given = answers.filter((day) => day !== null)
  const settled = targets.map(({ standing, since }) =>
    isPending(standing) ? null : since && (dateBounds(since)?.firstDay ?? null),
  )
  const allSettled = targets.length > 0 && settled.every((day) => day !== null)
  const all = targets.length > 0 && given.length === targets.length
  const days = settled.filter((day) => day !== null).map(dayNumber)
  return {
    number,
    raised: dayNumber(dayOf(raised.days)),
    answered: given.length > 0 ? Math.min(...given.map(dayNumber)) : null,
    allAnswered: all ? Math.max(...given.map(dayNumber)) : null,
    settled: allSettled ? Math.max(...days) : null,
    met: allSettled && targets.every(({ standing }) => standing === 'met'),
    note: noteOf(targets, given.length, { raised, today }),
  }
}

function noteOf(
  targets: LineTarget[],
  answered: number,
  { raised, today }: { raised: ClockFacts['raised']; today: string },
): string {
  const since = raised && daySpanInWords(daysFromTo(raised.days, certainDay(today)))
  if (targets.length === 0) return `Raised for ${since}; names no target`
  const pending = targets.filter(({ standing }) => isPending(standing))
  if (pending.length === 0) return settledInWords(targets)
  const span = pending.every(({ standing }) => countsSilence(standing))
    ? `open for ${since}`
    : `raised ${since} ago`
  const settled = targets.length - pending.length
  if (answered > 0)
    return `${answered < targets.length ? `${answered} of ${targets.length} answered` : 'Answered'}; ${span}`
  if (settled > 0) return `${countedInWords(targets)}; ${span}`
  return span.startsWith('open') ? `No reply recorded for ${since}` : `Raised ${since} ago`
}

const SETTLED = { met: 'Met at', refused: 'Refused by', withdrawn: 'Withdrawn at' } as const

// A demand that was refused is over, and nothing was won by it.
function settledInWords(targets: readonly LineTarget[]): string {
  const whole = targets.length === 1 ? 'its target' : 'all targets'
  for (const [standing, words] of Object.entries(SETTLED))
    if (targets.every((target) => target.standing === standing)) return `${words} ${whole}`
  return countedInWords(targets)
}

function countedInWords(targets: readonly LineTarget[]): string {
  return Object.keys(SETTLED)
    .map((standing) => ({
      standing,
      of: targets.filter((one) => one.standing === standing).length,
    }))
    .filter(({ of }) => of > 0)
    .map(({ standing, of }) => `${of} of ${targets.length} ${standing}`)
    .join(', ')
}

function dayOf({ first, last }: { first: string | null; last: string }): string {
  return first ?? last
}
