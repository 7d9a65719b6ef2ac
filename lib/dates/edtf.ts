import {
  firstDayOf,
  lastDayOf,
  readEdtf,
  writeEdtf,
  type DateValue,
  type IntervalSide,
} from './grammar'

/**
 * First and last possible day of an EDTF date, as ISO `YYYY-MM-DD`, for sorting; null when it is not EDTF that
 * this record keeps (see `readEdtf`; ISO 8601-2:2019).
 *
 * - An open or unknown side borrows the known side: `[..2026-02-13]`, `../2026-02-13` and `2026-02-13/` all
 *   have that one day as first and last. Of a longer known side it is the nearest day: `[..2026-02]` gives
 *   2026-02-28 twice, `2026-02/..` gives 2026-02-01 twice.
 * - `~`, `?` and `%` do not widen the bounds.
 * - Seasons are those of the northern hemisphere by whole months: spring March to May, summer June to August,
 *   autumn September to November, winter December to February of the next year.
 */
export function dateBounds(edtf: string): { firstDay: string; lastDay: string } | null {
  const value = readEdtf(edtf)
  return value && boundsOf(value)
}

/** Whether one EDTF date lies within the days that another one names; one with an open end lies within none. */
export function liesWithin(edtf: string, other: string): boolean {
  const [mine, theirs] = [edtf, other].map(spansOf)
  return (
    mine?.length === 1 &&
    mine.every((one) =>
      theirs?.some(({ firstDay, lastDay }) => one.firstDay >= firstDay && one.lastDay <= lastDay),
    )
  )
}

// Each choice of a set is a span of its own; where an end is open there is none.
function spansOf(edtf: string): { firstDay: string; lastDay: string }[] {
  const value = readEdtf(edtf)
  switch (value?.kind) {
    case 'plain':
    case 'between':
      return [boundsOf(value)]
    case 'interval':
      return typeof value.from === 'object' && typeof value.to === 'object' ? [boundsOf(value)] : []
    case 'one-of':
      return value.parts.map((part) => boundsOf({ kind: 'plain', part }))
    default:
      return []
  }
}

function boundsOf(value: DateValue): { firstDay: string; lastDay: string } {
  switch (value.kind) {
    case 'plain':
      return { firstDay: firstDayOf(value.part), lastDay: lastDayOf(value.part) }
    case 'interval':
      return intervalBounds(value.from, value.to)
    case 'by':
      return { firstDay: lastDayOf(value.part), lastDay: lastDayOf(value.part) }
    case 'or-later':
      return { firstDay: firstDayOf(value.part), lastDay: firstDayOf(value.part) }
    case 'between':
      return intervalBounds(value.from, value.to)
    case 'one-of': {
      const firsts = value.parts.map(firstDayOf).sort()
      const lasts = value.parts.map(lastDayOf).sort()
      return { firstDay: firsts[0] ?? '', lastDay: lasts.at(-1) ?? '' }
    }
  }
}

function intervalBounds(from: IntervalSide, to: IntervalSide) {
  const start = typeof from === 'object' ? firstDayOf(from) : null
  const end = typeof to === 'object' ? lastDayOf(to) : null
  return { firstDay: start ?? end ?? '', lastDay: end ?? start ?? '' }
}

/**
 * The one spelling under which an EDTF date is stored, or null when it is not EDTF that this record keeps.
 *
 * Takes away spaces, writes `x` as `X`, `open` and `unknown` of EDTF's draft as `..` and nothing, `?~` as `%`;
 * a month or day of `XX` says no more than its year or month and is dropped; a set is put in order, without
 * repeats, and a set or interval of one date becomes that date.
 */
export function normaliseEdtf(text: string): string | null {
  if (text.length > 400) return null
  const tidy = text
    .trim()
    .replace(/ *([,/]|\.\.) */g, '$1')
    .replace(/^\[ */, '[')
    .replace(/ *\]$/, ']')
    .replace(/(^|\/)open(?=\/|$)/i, '$1..')
    .replace(/(^|\/)unknown(?=\/|$)/i, '$1')
    .replaceAll('x', 'X')
    .replace(/\?~|~\?/g, '%')
  const value = readEdtf(tidy)
  return value && writeEdtf(value)
}
