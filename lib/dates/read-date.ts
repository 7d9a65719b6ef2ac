import type { DateContext } from './context'
import { partialDate, type PartialDate } from './partial'
import { readLong } from './read-long'
import { Refusal, Unclear } from './refusal'
import { readRelative } from './relative'
import { monthOf, smallNumber, weekdayNamed } from './tokens'
import { longYear } from './years'

const NOISE = new Set(['on', 'in', 'of', 'the', ',', 'during', 'dated'])
const ABOUT = new Set(
  'about around approximately approx circa c ca roughly est estimated ~'.split(' '),
)
const UNCERTAIN = new Set(
  'possibly probably perhaps maybe likely unconfirmed uncertain disputed presumably apparently tbc'.split(
    ' ',
  ),
)

/**
 * Reads the words of one date, with its "about" and "possibly"; null when they are none.
 *
 * @throws Refusal when they are a date that is impossible, incomplete for sure, or ambiguous.
 */
export function readDate(tokens: string[], context: DateContext): PartialDate | null {
  let words = tokens
  let about = false
  let uncertain = false
  while (words.length > 1) {
    const last = words.at(-1) ?? ''
    if (last === '?' || UNCERTAIN.has(last)) uncertain = true
    else if (ABOUT.has(last)) about = true
    else if (last !== ',') break
    words = words.slice(0, -1)
  }
  for (;;) {
    const [first = '', second, third] = words
    if ((first === 'believed' || first === 'thought') && second === 'to' && third === 'be') {
      uncertain = true
      words = words.slice(3)
    } else if (UNCERTAIN.has(first)) {
      uncertain = true
      words = words.slice(1)
    } else if (ABOUT.has(first)) {
      about = true
      words = words.slice(1)
    } else if (NOISE.has(first)) {
      words = words.slice(1)
    } else break
  }
  const bare = words.filter((word) => !NOISE.has(word))
  const date = readDoubted(bare[0] === 'year' ? bare.slice(1) : bare, context, about || uncertain)
  if (!date) return null
  const given = date.qualifier === '~' || date.whole?.qualifier === '~' || about
  return { ...date, qualifier: given ? (uncertain ? '%' : '~') : uncertain ? '?' : '' }
}

/** A choice between exact dates would lose the "about" or "possibly" that stands before them. */
function readDoubted(words: string[], context: DateContext, doubted: boolean): PartialDate | null {
  try {
    return readBare(words, context)
  } catch (error) {
    throw doubted && error instanceof Refusal ? error.withoutChoices() : error
  }
}

function readBare(words: string[], context: DateContext): PartialDate | null {
  if (words.length === 0 || words.length > 5) return null
  const relative = readRelative(words, context)
  if (relative) return relative
  const withoutWeekday = words.filter((word) => weekdayNamed(word) === null)
  const weekday = words.map(weekdayNamed).find((found) => found !== null) ?? null
  if (words.length - withoutWeekday.length > 1) return null
  const date =
    readNumeric(withoutWeekday, context) ??
    readLong(withoutWeekday, context) ??
    readNamed(withoutWeekday, context)
  return date && (weekday === null || date.day !== null) ? { ...date, weekday } : null
}

/** `2026/02/13`, `13.02.2026`, `2/13`, `11/2025`, `13-Feb-2026`, `20260213`, `2001,10,23`, `Aug-18`. */
function readNumeric(words: string[], context: DateContext): PartialDate | null {
  const joined = words.join(' ')
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(joined)
  if (yearFirst) return ymd(yearFirst[1], yearFirst[3], yearFirst[4])
  const basic = /^(\d{4})(\d{2})(\d{2})$/.exec(joined)
  if (basic) return ymd(basic[1], basic[2], basic[3])
  const named = /^(\d{1,2})-([a-z]+)-(\d{2,4})$/.exec(joined)
  if (named) return readNamed([named[1] ?? '', named[2] ?? '', named[3] ?? ''], context)
  const monthOnly = /^(\d{1,2})\/(\d{4})$/.exec(joined)
  if (monthOnly) return ymd(monthOnly[2], monthOnly[1])
  const yearMonth = /^(\d{4})([-/])(\d{1,2})$/.exec(joined)
  if (yearMonth) return readYearAndNumber(yearMonth[1], yearMonth[2], yearMonth[3], context)
  const dash = /^([a-z]+)-(\d{1,2})( \d{4})?$/.exec(joined.replace(' , ', ' '))
  if (dash) return readMonthAndNumber(dash[1] ?? '', dash[2] ?? '', dash[3], context)
  const unclear = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d+))?$/.exec(joined)
  if (!unclear || words.length !== 1) return null
  return readDayOrder(Number(unclear[1]), Number(unclear[3]), unclear[4], context)
}

/** "2019/20" is two years and "2019/9" a month; "2009/10" and "1968-9" can be either. */
function readYearAndNumber(year = '', sign = '', digits = '', { chosen }: DateContext) {
  const first = Number(year)
  const follows = Number(digits) === (first + 1) % 100 && digits.length === 2
  const oneFollows = digits.length === 1 && Number(digits) === (first + 1) % 10
  if (!oneFollows && (sign === '-' || !follows)) return ymd(year, digits)
  const years = partialDate({
    whole: { precision: 'year', year: first, qualifier: '' },
    lasts: first + 1,
  })
  if (Number(digits) > 12 || digits === '00' || chosen?.pair === 'years') return years
  if (chosen?.pair === 'month') return ymd(year, digits)
  throw new Unclear('This may be a month or two years. Choose one.', [
    { chosen: { pair: 'month' } },
    { chosen: { pair: 'years' } },
  ])
}

/** "Aug-18" may be 18 August or August 2018. */
function readMonthAndNumber(
  name: string,
  digits: string,
  year: string | undefined,
  context: DateContext,
) {
  const month = monthOf(name)
  if (month === null) return null
  const day = Number(digits)
  if (year || digits.length === 1)
    return partialDate({ month, day, year: year ? Number(year) : null })
  if (context.chosen?.dash === 'day') return partialDate({ month, day })
  if (context.chosen?.dash === 'year')
    return partialDate({ month, year: longYear(`'${digits}`, context) })
  if (day < 1 || day > 31) return partialDate({ month, year: longYear(digits, context) })
  throw new Unclear('The number may be a day or a year. Choose one.', [
    { chosen: { dash: 'day' } },
    { chosen: { dash: 'year' } },
  ])
}

function ymd(year?: string, month?: string, day?: string): PartialDate {
  return partialDate({ year: Number(year), month: Number(month), day: day ? Number(day) : null })
}

function readDayOrder(
  first: number,
  second: number,
  yearText: string | undefined,
  context: DateContext,
): PartialDate {
  const { dayOrder } = context
  // The order is asked first, with the likelier century; a year of two digits alone asks for its century.
  const unclearOrder = first <= 12 && second <= 12 && first !== second && !dayOrder
  const year =
    yearText === undefined
      ? null
      : yearText.length === 2
        ? longYear(unclearOrder ? `'${yearText}` : yearText, context)
        : Number(yearText)
  const dayFirst = partialDate({ year, day: first, month: second })
  const monthFirst = partialDate({ year, month: first, day: second })
  if (first === second || first > 12) return dayFirst
  if (second > 12) return monthFirst
  if (!dayOrder) {
    const century = yearText?.length === 2 && { chosen: { century: 0 as const } }
    throw new Unclear(
      'It is not clear which number is the day. Choose one, or write the month as a word.',
      [
        { dayOrder: 'dmy', ...century },
        { dayOrder: 'mdy', ...century },
      ],
    )
  }
  return dayOrder === 'dmy' ? dayFirst : monthFirst
}

/** Dates with a month's name, a bare year, and the bare day of a span: "13 Feb", "Feb 13th, 2026", "14". */
function readNamed(words: string[], context: DateContext): PartialDate | null {
  const shape = words.map(shapeOf).join('')
  const month = words.map(monthOf).find((found) => found !== null) ?? null
  const years = words.filter((word) => shapeOf(word) === 'y')
  const days = words.filter((word) => shapeOf(word) === 'd')
  if (shape === 'd' && /^0+$/.test(words[0] ?? '')) return partialDate({ year: 0 })
  const last = words.at(-1) ?? ''
  // A number that can be no day, or stands where the year does, is a year of two digits.
  const short =
    (shape === 'md' && /^(?:[4-9]\d|3[2-9]|00)$/.test(last)) ||
    ((shape === 'dmd' || shape === 'mdd') && /^\d{2}$/.test(last))
  if (short) {
    const day = shape === 'md' ? null : dayNumberOf(days[0] ?? '')
    return partialDate({ month, day, year: longYear(last, context) })
  }
  if (!SHAPES.has(shape)) return null
  const [year] = years
  return partialDate({
    month,
    day: days[0] === undefined ? null : dayNumberOf(days[0]),
    year: year === undefined ? null : year.length === 4 ? Number(year) : longYear(year, context),
  })
}

const SHAPES = new Set(['dm', 'md', 'dmy', 'mdy', 'ymd', 'my', 'ym', 'm', 'y', 'd', 'dy'])

function shapeOf(word: string): string {
  if (/^(?:\d{4}|'\d{2})$/.test(word)) return 'y'
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return 'd'
  if (monthOf(word) !== null) return 'm'
  return smallNumber(word) === null ? '?' : '#'
}

function dayNumberOf(word: string): number {
  const day = Number.parseInt(word, 10)
  if (day < 1 || day > 31) throw new Refusal(`There is no day ${day}. Days run from 1 to 31.`)
  return day
}
