import { MONTHS } from './names'

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ')
const UNKNOWN = String.raw`(?:\?{1,2}|0{1,2}|xx|--)`
const UNKNOWN_DAY = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.]${UNKNOWN}$`)
const UNKNOWN_MONTH = new RegExp(String.raw`^(\d{4})[-/.]${UNKNOWN}[-/.]${UNKNOWN}$`)
const YEAR_LAST = new RegExp(
  String.raw`^(?:${UNKNOWN}[-/.])(?:(${UNKNOWN})|(\d{1,2}))[-/.](\d{4})$|^(\d{1,2})[-/.]${UNKNOWN}[-/.](\d{4})$`,
)
// “2025, exact date unknown”: what is unknown is left out already.
const NOT_MORE = new RegExp(
  String.raw`^((?:[a-z]+\.? )?\d{4}),? \(?(?:(?:the |its )?(?:exact |precise )?(?:day|date|month)(?: is)? (?:unknown|not known|uncertain|unclear|not given)|no (?:exact |precise )?(?:day|date))\)?$`,
)

/**
 * Forms of catalogues and tables, in lower case, as people write dates: what is inferred in square brackets, signs for
 * a day or a month that is not known, `189-` and `18--`, a month in Roman numerals, and ISO's shortened spans.
 */
export function fromArchives(text: string): string {
  return text
    .replace(/[[\]]/g, ' ')
    .trim()
    .replace(/^(1[5-9]\d|20[0-2])-?(\?)$/, '$1x$2')
    .replace(/^(1[5-9]\d|20[0-2])-$/, '$1x')
    .replace(/^(\d{2})--(\?)?$/, '$1xx$2')
    .replace(UNKNOWN_MONTH, '$1')
    .replace(UNKNOWN_DAY, (all: string, year: string, month: string) =>
      Number(month) === 0 ? all : `${year}-${month.padStart(2, '0')}`,
    )
    .replace(
      YEAR_LAST,
      (all: string, none?: string, b?: string, y1?: string, c?: string, y2?: string) => {
        if (none) return y1 ?? ''
        const month = Number(b ?? c)
        return month >= 1 && month <= 12 ? `${month}/${y1 ?? y2 ?? ''}` : all
      },
    )
    .replace(NOT_MORE, '$1')
    .replace(
      /\b(?:(\d{1,2})([./-]| )\s?)?(i{1,3}|iv|vi{0,3}|ix|xi{0,2})([./-]| )\s?(\d{4})\b/g,
      (
        all,
        day: string | undefined,
        before: string | undefined,
        roman: string,
        sign: string,
        year: string,
      ) => {
        const name = MONTHS[ROMAN.indexOf(roman)]?.toLowerCase()
        // “V 2020” alone may be anything.
        const isDate = day === undefined ? sign !== ' ' || roman.length > 1 : before === sign
        return name && isDate ? `${day ?? ''} ${name} ${year}` : all
      },
    )
    .replace(/^(\d{4})-(\d{2}-\d{2})(?: to | - |\/|\u2013|--)(\d{2}-\d{2})$/, '$1-$2 - $1-$3')
    .replace(/\s*(?:→|⇒|->|=>)\s*/g, ' - ')
    .replace(/[≈∼]\s?/g, '~')
}
