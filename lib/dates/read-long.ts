import type { DateContext } from './context'
import { partialDate, type PartialDate } from './partial'
import { Refusal } from './refusal'
import { seasonNamed } from './tokens'
import { longYear } from './years'

/** Seasons, decades, centuries and years of old. */
export function readLong(words: string[], context: DateContext): PartialDate | null {
  const text = words.join(' ')
  const century = /^(\d{1,3})(?:st|nd|rd|th) century$/.exec(text)
  if (century && Number(century[1]) >= 2 && Number(century[1]) <= 100) {
    return partialDate({
      whole: { precision: 'century', century: Number(century[1]) - 1, qualifier: '' },
    })
  }
  const edtf = /^(?:(\d{3})x|(\d{2})xx)$/.exec(text)
  if (edtf && Number(edtf[1] ?? edtf[2]) > 0) {
    return partialDate({
      whole: edtf[1]
        ? { precision: 'decade', decade: Number(edtf[1]), qualifier: '' }
        : { precision: 'century', century: Number(edtf[2]), qualifier: '' },
    })
  }
  const decade = /^(\d+)s$/.exec(text)
  if (decade) return readDecade(decade[1] ?? '', context)
  const named = NAMED_DECADES.indexOf(text)
  if (named >= 0) return readDecade(`${(named + 2) * 10}`, context)
  return readEra(words, context) ?? readSeason(words, context)
}

const NAMED_DECADES = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(
  ' ',
)

/** "750 CE" and "AD 750"; years before the first are refused by name. */
function readEra(words: string[], context: DateContext): PartialDate | null {
  const eras = words.filter((word) => /^(?:bce?|ad|ce)$/.test(word))
  if (eras.length === 0) return null
  if (eras[0]?.startsWith('bc')) {
    throw new Refusal('Only the years 1 to 9999 can be recorded. Put a date BC in the summary.')
  }
  const rest = words.filter((word) => !eras.includes(word))
  if (/^\d{1,4}$/.test(rest[0] ?? '') && rest.length === 1)
    return partialDate({ year: Number(rest[0]) })
  return readLong(rest, context)
}

function readDecade(digits: string, { today }: DateContext): PartialDate {
  if (/^\d0$/.test(digits)) {
    const century = Math.floor(Number(today.slice(0, 4)) / 100)
    const latest = Number(digits) > Number(today.slice(2, 4)) ? century - 1 : century
    const choices = [latest, latest - 1].filter((one) => one > 0)
    throw new Refusal(
      'Write a decade with its century, such as the 1980s. Choose one, or write the years.',
      choices.map((one) => `${String(one).padStart(2, '0')}${digits[0]}X`),
    )
  }
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
  return partialDate({ whole: { precision: 'decade', decade: Number(decade), qualifier: '' } })
}

function readSeason(words: string[], context: DateContext): PartialDate | null {
  const named = words.find((word) => seasonNamed(word) !== null)
  const season = named === undefined ? null : seasonNamed(named)
  if (season === null) return null
  const rest = words.filter((word) => word !== named).join(' ')
  if (rest === '') throw new Refusal(`Add the year, such as ${named} 2025.`)
  if (/^'\d{2}$/.test(rest)) {
    const year = longYear(rest, context)
    return partialDate({ whole: { precision: 'season', year, season, qualifier: '' } })
  }
  const year = /^(\d{4})(?: ?[-/] ?(\d{1,2}|\d{4}))?$/.exec(rest)
  if (!year || Number(year[1]) === 0) return null
  const first = Number(year[1])
  // Only a winter has two years, and they follow each other.
  if (year[2] && (season !== 24 || !String(first + 1).endsWith(year[2]))) return null
  return partialDate({ whole: { precision: 'season', year: first, season, qualifier: '' } })
}
