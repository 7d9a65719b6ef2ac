import { dayFromNumber, dayNumber, daysInMonth, isoDay, weekdayOf } from './calendar'
import type { DateContext } from './context'
import type { DatePart } from './grammar'
import { Refusal, Unclear } from './refusal'
import { smallNumber, weekdayNamed } from './tokens'
import type { Extent } from './units'

const UNIT = 'days?|nights?|weeks?|fortnights?'
const BESIDE = new RegExp(
  `^(?:(?:the )?(?:very )?(day|night|week|fortnight)|(\\S+) (${UNIT})) (after|before|following|preceding|from) (.+)$`,
)
const DAYS: Record<string, number> = { day: 1, night: 1, week: 7, fortnight: 14 }
const OF_A_WEEK =
  /^(?:on )?([a-z]{3,9}) (?:of |in )?(last|this|next) week$|^(last|this|next) week(?: on)? ([a-z]{3,9})$/
const AGO = /^(?:an?|one) week ago(?: on| last)? ([a-z]{3,9})$/

/**
 * Reads a day that is counted from another one: "the day after 29 Nov 2025", "three weeks before 30 Nov 2025", "Monday
 * of last week", "the last day of July 2020", "first weekend in July 2020". Null when the words are of another sort.
 *
 * @throws Refusal when the date it is counted from is not a single day.
 */
export function readCounted(
  text: string,
  context: DateContext,
  readPart: (text: string) => DatePart,
): Extent | null {
  const day =
    ahead(text, context) ??
    besideADay(text, readPart) ??
    dayOfAWeek(text, context) ??
    endOf(text, readPart)
  return day ? only(day) : firstWeekend(text, readPart)
}

/** "In two weeks" and "3 days from now", where what is asked for lies ahead. */
function ahead(text: string, { today, expects }: DateContext): string | null {
  const [, first, second] =
    /^in (\S+ (?:day|week|month)s?)$|^(\S+ (?:day|week|month)s?) from (?:now|today)$/.exec(text) ??
    []
  const [word = '', unit = ''] = (first ?? second ?? '').split(' ')
  const count = smallNumber(word)
  if (expects !== 'ahead' || count === null) return null
  if (!unit.startsWith('month')) return shifted(today, count * (DAYS[unit.replace(/s$/, '')] ?? 1))
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const months = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return isoDay(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))
}

function besideADay(text: string, readPart: (text: string) => DatePart): string | null {
  const eve = /^(?:on )?(?:the )?eve of (.+)$/.exec(text)
  if (eve) return besideADay(`the day before ${eve[1]}`, readPart)
  const [, one, count = '', unit = '', side, rest = ''] = BESIDE.exec(text) ?? []
  if (!side || (!one && smallNumber(count) === null)) return null
  // “A week from 3 March” is a stretch that begins with it.
  if (side === 'from') return null
  const length = DAYS[one ?? unit.replace(/s$/, '')] ?? 1
  // “The week after” is any day of it.
  if (one === 'week' || one === 'fortnight') return null
  const part = readPart(rest)
  if (part.precision !== 'day' || part.qualifier !== '') {
    throw new Refusal('Days are counted from a single day, such as the day after 13 Feb 2026.')
  }
  const by = (one ? 1 : (smallNumber(count) ?? 1)) * length
  const sign = side === 'after' || side === 'following' ? 1 : -1
  return shifted(isoDay(part.year, part.month, part.day), sign * by)
}

/** "Monday of last week", "last week Monday", and "a week ago Monday". */
function dayOfAWeek(text: string, context: DateContext): string | null {
  const { firstWeekday } = context
  const match = OF_A_WEEK.exec(text)
  const weekday = weekdayNamed(match?.[1] ?? match?.[4] ?? '')
  if (match && weekday !== null) {
    if (weekday === 0 && firstWeekday == null) {
      throw new Unclear('The week may begin on Monday or on Sunday. Choose one.', [
        { firstWeekday: 1 },
        { firstWeekday: 0 },
      ])
    }
    const begins = firstWeekday ?? 1
    const from = countedFrom(context)
    const first = shifted(from, -((weekdayOf(from) - begins + 7) % 7))
    const step = { last: -7, this: 0, next: 7 }[match[2] ?? match[3] ?? ''] ?? 0
    return shifted(first, step + ((weekday - begins + 7) % 7))
  }
  const ago = weekdayNamed(AGO.exec(text)?.[1] ?? '')
  if (ago === null) return null
  const from = countedFrom(context)
  const latest = shifted(from, -((weekdayOf(from) - ago + 7) % 7 || 7))
  return shifted(latest, -7)
}

/** The day of the source or today, which is asked where it may be either. */
function countedFrom({ today, anchor, expects, chosen }: DateContext): string {
  if (!anchor || anchor === today || expects === 'ahead') return today
  if (chosen?.from) return chosen.from === 'today' ? today : anchor
  throw new Unclear('This may be counted from today or from the day of the source. Choose one.', [
    { chosen: { from: 'anchor' } },
    { chosen: { from: 'today' } },
  ])
}

/** "The first day of March 2020" and "the last day of 2019". */
function endOf(text: string, readPart: (text: string) => DatePart): string | null {
  const [, which, rest = ''] = /^(?:the )?(first|1st|last) day (?:of |in )(.+)$/.exec(text) ?? []
  if (!which) return null
  const part = readPart(rest)
  if (part.qualifier !== '' || (part.precision !== 'month' && part.precision !== 'year')) {
    throw new Refusal('Such a day is of a month or a year, such as the last day of July 2020.')
  }
  const last = which === 'last'
  const month = part.precision === 'month' ? part.month : last ? 12 : 1
  return isoDay(part.year, month, last ? daysInMonth(part.year, month) : 1)
}

/** "First weekend in July 2020": where its Saturday is, since a month may begin with a Sunday. */
function firstWeekend(text: string, readPart: (text: string) => DatePart): Extent | null {
  const [, which = '', rest = ''] =
    /^(?:the )?(first|1st|last) weekend (?:of |in )(.+)$/.exec(text) ?? []
  if (which === '') return null
  const part = readPart(rest)
  if (part.precision !== 'month' || part.qualifier !== '') {
    throw new Refusal('Such a weekend is of a month, such as first weekend of July 2020.')
  }
  const { year, month } = part
  const edge = isoDay(year, month, which === 'last' ? daysInMonth(year, month) : 1)
  const weekday = weekdayOf(edge)
  // A weekend that the month cuts in two may be meant or not.
  if (weekday === (which === 'last' ? 6 : 0)) {
    throw new Refusal('That weekend lies in two months. Write its days.')
  }
  const saturday =
    which === 'last' ? shifted(edge, -((weekday + 1) % 7)) : shifted(edge, (6 - weekday + 7) % 7)
  return { from: partOf(saturday), to: partOf(shifted(saturday, 1)) }
}

function only(iso: string): Extent {
  const part = partOf(iso)
  return { from: part, to: part }
}

function partOf(iso: string): DatePart {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return { precision: 'day', year, month, day, qualifier: '' }
}

function shifted(iso: string, by: number): string {
  const day = dayFromNumber(dayNumber(iso) + by)
  if (!day) throw new Refusal('That is outside the years 1 to 9999.')
  return day
}
