import { loose, type LooseDate } from './loose'
import { Refusal, UnclearDayOrder } from './refusal'
import { readRelative } from './relative'
import { monthOf, seasonNamed, smallNumber, weekdayNamed } from './tokens'

/** What the reading of a date depends on besides its words. */
export type DateContext = {
  /** ISO day that "yesterday" and dates without a year are counted from. */
  today: string
  /** How a date such as 02/03/2026 is meant; without it, it is asked. */
  dayOrder?: 'dmy' | 'mdy'
}

const NOISE = new Set(['on', 'in', 'of', 'the', ','])
const ABOUT = new Set('about around approximately approx circa c ca roughly ~'.split(' '))
const UNCERTAIN = new Set('possibly probably perhaps maybe likely'.split(' '))

/**
 * Reads the words of one date, with its "about" and "possibly"; null when they are none.
 *
 * @throws Refusal when they are a date that is impossible, incomplete for sure, or ambiguous.
 */
export function readDate(tokens: string[], context: DateContext): LooseDate | null {
  let words = tokens
  let about = false
  let uncertain = false
  if (words.at(-1) === '?') {
    uncertain = true
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
function readDoubted(words: string[], context: DateContext, doubted: boolean): LooseDate | null {
  try {
    return readBare(words, context)
  } catch (error) {
    throw doubted && error instanceof Refusal ? error.withoutChoices() : error
  }
}

function readBare(words: string[], context: DateContext): LooseDate | null {
  if (words.length === 0 || words.length > 5) return null
  const relative = readRelative(words, context.today)
  if (relative) return relative
  const withoutWeekday = words.filter((word) => weekdayNamed(word) === null)
  const weekday = words.map(weekdayNamed).find((found) => found !== null) ?? null
  if (words.length - withoutWeekday.length > 1) return null
  const date =
    readNumeric(withoutWeekday, context) ?? readLong(withoutWeekday) ?? readNamed(withoutWeekday)
  return date && (weekday === null || date.day !== null) ? { ...date, weekday } : null
}

/** `2026/02/13`, `13.02.2026`, `2/13`, `11/2025`, `13-Feb-2026`, `20260213`, `2001,10,23`. */
function readNumeric(words: string[], context: DateContext): LooseDate | null {
  const joined = words.join(' ')
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(joined)
  if (yearFirst) return ymd(yearFirst[1], yearFirst[3], yearFirst[4])
  const basic = /^(\d{4})(\d{2})(\d{2})$/.exec(joined)
  if (basic) return ymd(basic[1], basic[2], basic[3])
  const named = /^(\d{1,2})-([a-z]+)-(\d{2,4})$/.exec(joined)
  if (named) return readNamed([named[1] ?? '', named[2] ?? '', named[3] ?? ''])
  const monthOnly = /^(\d{1,2})\/(\d{4})$/.exec(joined)
  if (monthOnly) return ymd(monthOnly[2], monthOnly[1])
  const yearMonth = /^(\d{4})[-/](\d{1,2})$/.exec(joined)
  if (yearMonth) return ymd(yearMonth[1], yearMonth[2])
  const unclear = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d+))?$/.exec(joined)
  if (!unclear || words.length !== 1) return null
  return readDayOrder(Number(unclear[1]), Number(unclear[3]), unclear[4], context)
}

function ymd(year?: string, month?: string, day?: string): LooseDate {
  return loose({ year: Number(year), month: Number(month), day: day ? Number(day) : null })
}

function readDayOrder(
  first: number,
  second: number,
  yearText: string | undefined,
  { dayOrder }: DateContext,
): LooseDate {
  if (yearText?.length === 2) throw shortYear()
  const year = yearText === undefined ? null : Number(yearText)
  const dayFirst = loose({ year, day: first, month: second })
  const monthFirst = loose({ year, month: first, day: second })
  if (first === second || first > 12) return dayFirst
  if (second > 12) return monthFirst
  if (!dayOrder) throw new UnclearDayOrder('It is not clear which number is the day.')
  return dayOrder === 'dmy' ? dayFirst : monthFirst
}

function shortYear(): Refusal {
  return new Refusal('Write the year with four digits, such as 2026.')
}

/** Seasons, decades, centuries and years of old. */
function readLong(words: string[]): LooseDate | null {
  const text = words.join(' ')
  const century = /^(\d{1,3})(?:st|nd|rd|th) century$/.exec(text)
  if (century && Number(century[1]) >= 2 && Number(century[1]) <= 100) {
    return loose({
      whole: { precision: 'century', century: Number(century[1]) - 1, qualifier: '' },
    })
  }
  const edtf = /^(?:(\d{3})x|(\d{2})xx)$/.exec(text)
  if (edtf && Number(edtf[1] ?? edtf[2]) > 0) {
    return loose({
      whole: edtf[1]
        ? { precision: 'decade', decade: Number(edtf[1]), qualifier: '' }
        : { precision: 'century', century: Number(edtf[2]), qualifier: '' },
    })
  }
  const decade = /^(\d+)s$/.exec(text)
  if (decade) return readDecade(decade[1] ?? '')
  if (/\b(bc|bce|ad|ce)\b/.test(text)) {
    throw new Refusal('Only the years 1 to 9999 can be kept. Write them without letters.')
  }
  return readSeason(words)
}

function readDecade(digits: string): LooseDate {
  if (digits.length !== 4) {
    throw new Refusal('Write a decade with its century, such as the 1980s.')
  }
  if (!digits.endsWith('0')) throw new Refusal('A decade begins with a year that ends in 0.')
  const decade = digits.slice(0, 3)
  if (digits.endsWith('00')) {
    const choices = [`${decade}X`, `${decade.slice(0, 2)}XX`].filter((edtf) => !/^0+X/.test(edtf))
    throw new Refusal(
      `“The ${digits}s” may be ten years or a hundred. Choose one, or write the years.`,
      choices,
    )
  }
  return loose({ whole: { precision: 'decade', decade: Number(decade), qualifier: '' } })
}

function readSeason(words: string[]): LooseDate | null {
  const named = words.find((word) => seasonNamed(word) !== null)
  const season = named === undefined ? null : seasonNamed(named)
  if (season === null) return null
  const rest = words.filter((word) => word !== named).join(' ')
  if (rest === '') throw new Refusal(`Add the year, such as ${named} 2025.`)
  const year = /^(\d{4})(?: ?[-/] ?(\d{2}|\d{4}))?$/.exec(rest)
  if (!year || Number(year[1]) === 0) return null
  const first = Number(year[1])
  // Only a winter has two years, and they follow each other.
  if (year[2] && (season !== 24 || Number(year[2]) % 100 !== (first + 1) % 100)) return null
  return loose({ whole: { precision: 'season', year: first, season, qualifier: '' } })
}

/** Dates with a month's name, a bare year, and the bare day of a span: "13 Feb", "Feb 13th, 2026", "14". */
function readNamed(words: string[]): LooseDate | null {
  const shape = words.map(shapeOf).join('')
  const month = words.map(monthOf).find((found) => found !== null) ?? null
  const years = words.filter((word) => shapeOf(word) === 'y')
  const days = words.filter((word) => shapeOf(word) === 'd')
  if (shape === 'd' && /^0+$/.test(words[0] ?? '')) return loose({ year: 0 })
  if (shape === 'md' && /^(?:[4-9]\d|3[2-9]|00)$/.test(days[0] ?? '')) throw shortYear()
  if (shape === 'dmd' || shape === 'mdd') throw shortYear()
  if (!['dm', 'md', 'dmy', 'mdy', 'ymd', 'my', 'ym', 'm', 'y', 'd', 'dy'].includes(shape)) {
    return null
  }
  return loose({
    month,
    day: days[0] === undefined ? null : dayNumberOf(days[0]),
    year: years[0] === undefined ? null : Number(years[0]),
  })
}

function shapeOf(word: string): string {
  if (/^\d{4}$/.test(word)) return 'y'
  if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return 'd'
  if (monthOf(word) !== null) return 'm'
  return smallNumber(word) === null ? '?' : '#'
}

function dayNumberOf(word: string): number {
  const day = Number.parseInt(word, 10)
  if (day < 1 || day > 31) throw new Refusal(`There is no day ${day}. Days run from 1 to 31.`)
  return day
}
