import { dateInWords, isExact } from '../dates/words'
import { standingLabels, type Standing } from '../schemas/words'
import type { LedgerCell } from './ledger'
import { certainDay, daysFromTo, possibleDays, type DaySpan } from './spans'

/** How long a demand stood in one way at a target. */
export type Stretch = {
  standing: Standing
  /** EDTF of the day from which it holds; of the first, open one the day of the first raise, or null. */
  since: string | null
  /** Whether it goes on. */
  lasts: boolean
  days: DaySpan | null
}

/**
 * The standings of a cell one after another, with the days in each: open from the first time the
 * demand was raised until the first assessment, then each until the next, the last until `asOf`.
 */
export function stretchesOf({ clock, history }: LedgerCell, asOf: string): Stretch[] {
  const changes: { standing: Standing; since: string | null }[] = [
    ...(clock.raised || history.length === 0
      ? [{ standing: 'open' as const, since: clock.raised?.edtf ?? null }]
      : []),
    ...history.map(({ standing, edtf }) => ({ standing, since: edtf })),
  ]
  return changes.map((change, index) => {
    const next = changes[index + 1]
    const from = pointOf(index === 0 && clock.raised ? clock.raised.days : change.since, asOf)
    const to = next ? pointOf(next.since, asOf) : certainDay(asOf)
    return { ...change, lasts: !next, days: from && to && daysFromTo(from, to) }
  })
}

/** The cell's history as one sentence: what its drawing shows to those who cannot see it. */
export function historyInWords(cell: LedgerCell, asOf: string): string {
  const { clock } = cell
  const parts = stretchesOf(cell, asOf).map(({ standing, since }, index) =>
    index === 0 && standing === 'open' && clock.raised?.edtf === since
      ? `raised ${dated(since)}`
      : `${standingLabels[standing].toLowerCase()}${since ? ` ${dated(since)}` : ''}`,
  )
  if (clock.answered) parts.push(`first answer ${dated(clock.answered.edtf)}`)
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** "since 13 Feb 2026"; what is no exact day brings its own word: "by 13 Feb 2026". */
export function sinceInWords(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? `since ${words}` : words
}

function dated(edtf: string): string {
  const words = dateInWords(edtf, { weekday: false })
  return isExact(edtf) ? `on ${words}` : words
}

function pointOf(of: string | null | ReturnType<typeof certainDay>, asOf: string) {
  return typeof of === 'string' ? possibleDays(of, asOf) : of
}
