import { dayFromNumber, dayNumber } from './calendar'
import type { DateContext } from './context'
import { firstDayOf, lastDayOf, type DatePart, type DateValue } from './grammar'
import { completed, partialDate } from './partial'
import { Refusal, Unclear } from './refusal'
import type { Extent } from './units'

/** What a date becomes beside words such as "by" and "since". */
export type Around = (extent: Extent) => DateValue

/** Words before a date that make it one side of a time. The longer ones stand first. */
export const BEFORE: [RegExp, Around][] = [
  [/^(?:by|(?:on|in) or before|no later than|not later than|not after|at latest) /, by],
  [
    /^(?:(?:shortly|just|immediately|right) )?(?:before|prior to|earlier than) /,
    ({ from }) => by({ to: neighbour(from, -1) }),
  ],
  [/^(?:(?:on|in) or after|no earlier than|not earlier than|not before) /, orLater],
  [
    /^(?:(?:shortly|just|immediately|right) )?(?:after|later than) /,
    ({ to }) => orLater({ from: neighbour(to, 1) }),
  ],
  [
    /^(?:up )?(?:until|till|to|through|thru)(?: to)?(?: and including)? /,
    ({ to }) => ({ kind: 'interval', from: 'open', to }),
  ],
  [
    /^(?:(?:ongoing |going on |ever )?since|starting|beginning(?! of )|ongoing from|effective|with effect)(?: (?:on|in|from))? /,
    since,
  ],
]

/** Words after a date that do the same. */
export const AFTER: [RegExp, Around][] = [
  [/ (?:or|and) (?:later|after|onwards?)$/, orLater],
  [/ at the earliest$/, orLater],
  [/ (?:or|and) (?:earlier|before)$/, by],
  [/ at the latest$/, by],
  [/ onwards?$/, since],
  [/ on$/, since],
  [/ (?:-|to|until|till|through) (?:present|the present|now|today|date|ongoing)$/, since],
  [/ ,? ?(?:ongoing|and ongoing|still going on)$/, since],
  [/ -$/, since],
  [/ , end not known$| end not known$/, ({ from }) => ({ kind: 'interval', from, to: 'unknown' })],
]

function by({ to }: Pick<Extent, 'to'>): DateValue {
  return { kind: 'by', part: to }
}

function orLater({ from }: Pick<Extent, 'from'>): DateValue {
  return { kind: 'or-later', part: from }
}

/**
 * Asks where "by Monday" and "until Friday" lie in a source, which may tell of what is to come.
 *
 * @throws Unclear unless it was chosen.
 */
export function askOnWhichSide(text: string, { anchor, chosen, expects }: DateContext): void {
  if (!anchor || chosen?.year || expects === 'ahead') return
  if (!/^(?:by|before|prior|until|till|to|through|thru|up|not? later) /.test(text)) return
  throw new Unclear('This may be the day before or after the source. Choose one.', [
    { chosen: { year: 'past' } },
    { chosen: { year: 'ahead' } },
  ])
}

/** From a date on, with no end. */
export function since({ from }: Extent): DateValue {
  return { kind: 'interval', from, to: 'open' }
}

/** The date just before or after another, in its own measure. */
function neighbour(part: DatePart, step: -1 | 1): DatePart {
  const iso = dayFromNumber(dayNumber(step < 0 ? firstDayOf(part) : lastDayOf(part)) + step)
  if (!iso) throw new Refusal('That is outside the years 1 to 9999.')
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  const measure = part.precision
  const fields = measure === 'day' ? { year, month, day } : { year, month }
  const bare = measure === 'day' || measure === 'month' || measure === 'season' ? fields : { year }
  const [next] = completed([partialDate({ ...bare, qualifier: part.qualifier })], { today: iso })
  if (!next) throw new Refusal('That is outside the years 1 to 9999.')
  return next
}
