const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const UNITS = table({
  k: 1000,
  m: 1_000_000,
  dozen: 12,
  score: 20,
  hundred: 100,
  thousand: 1000,
  lakh: 100_000,
  million: 1_000_000,
  mn: 1_000_000,
  mln: 1_000_000,
  crore: 10_000_000,
  // Not a size that is kept, but it must not pass for a word between a number and its noun.
  billion: 1_000_000_000,
  bn: 1_000_000_000,
})

/** Figures with their marks of thousands: 1500, 1,500, 1 500, 1'500, 1.500.000, 1,50,000. */
export const FIGURES = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,3}(?:'\d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?`
const WITH_UNIT = new RegExp(`^(${FIGURES})(?: ?([a-z]+))?$`)

/**
 * Reads one whole number of people in English: `1,500`, `27.0`, `1.5k`, `2,5 thousand`, `2 million`,
 * `two hundred and fifty`, `a dozen`, `half a million`; null for anything else, and for a number
 * that is not whole.
 */
export function readNumber(text: string): number | null {
  if (text === 'nobody' || text === 'no one') return 0
  const part = /^(?:an? )?(half|quarter|three[ -]quarters)[ -](?:an? |of an? )?([a-z]+)$/.exec(text)
  if (part) return whole((UNITS[part[2] ?? ''] ?? NaN) * (PARTS[part[1]?.[0] ?? ''] ?? NaN))
  const more = /^(\S+) and (?:a half|a quarter|three[ -]quarters) ([a-z]+)$/.exec(text)
  if (more) {
    const added = text.includes('half') ? 0.5 : text.includes('three') ? 0.75 : 0.25
    return whole(((readNumber(more[1] ?? '') ?? NaN) + added) * (UNITS[more[2] ?? ''] ?? NaN))
  }
  // A comma before one or two figures and a unit is a decimal mark: “2,5 Tsd”.
  const decimal = /^(\d{1,3}),(\d{1,2}) ?([a-z]+)$/.exec(text)
  if (decimal) return whole(Number(`${decimal[1]}.${decimal[2]}`) * scaleOf(decimal[3]))
  const figures = WITH_UNIT.exec(text)
  if (figures) {
    const [, digits = '', unit] = figures
    // “1.500 k” is neither one and a half nor fifteen hundred for sure.
    if (unit !== undefined && /\d[., ']\d{3}/.test(digits)) return null
    // “600 hundred” is a slip of somebody's pen.
    if (unit !== undefined && scaleOf(unit) < 1000 && Number(digits.replace(/[, ']/g, '')) > 99)
      return null
    const marked = /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? digits.replaceAll('.', '') : digits
    return whole(Number(marked.replace(/[, ']/g, '')) * (unit === undefined ? 1 : scaleOf(unit)))
  }
  return readWords(text.replaceAll('-', ' ').split(' '))
}

/** A half, a quarter and three quarters, by their first letters. */
const PARTS: Record<string, number> = { h: 0.5, q: 0.25, t: 0.75 }

function scaleOf(unit = ''): number {
  return UNITS[unit] ?? NaN
}

function whole(value: number): number | null {
  const rounded = Math.round(value)
  // 1.1 million is not quite whole in binary.
  return Math.abs(value - rounded) < 1e-6 * Math.max(1, value) && Number.isSafeInteger(rounded)
    ? rounded
    : null
}

function readWords(words: string[]): number | null {
  let total = 0
  let group: number | null = null
  let lastScale = Infinity
  let before = ''
  for (const word of words) {
    const unit = word.length > 1 ? UNITS[word] : undefined
    if (unit !== undefined) {
      // “Dozen”, “hundred people”: one of them.
      if (group === null && before !== '') return null
      const times: number = group ?? 1
      if (unit < 1000) {
        if (times > 99) return null
        group = times * unit
      } else {
        if (unit >= lastScale) return null
        total += times * unit
        lastScale = unit
        group = null
      }
    } else if (word !== 'and' || before === '') {
      const value = smallValue(word)
      if (value === null || !fits(group, value, before)) return null
      group = (group ?? 0) + value
    }
    before = word
  }
  // “Five hundred and” goes on, and “a” alone is an article.
  if (before === 'and' || before === 'a' || before === 'an') return null
  return group === null && before === '' ? null : total + (group ?? 0)
}

function smallValue(word: string): number | null {
  if (word === 'a' || word === 'an') return 1
  const one = ONES.indexOf(word)
  if (one >= 0) return one
  const ten = TENS.indexOf(word)
  return ten < 0 ? null : ten * 10 + 20
}

/** Whether a small number may follow: after a hundred, or ones after tens; "two three" is no number. */
function fits(group: number | null, value: number, before: string): boolean {
  if (group === null) return true
  if (before === 'hundred' || before === 'and') return group % 100 === 0 && value < 100
  return TENS.includes(before) && value > 0 && value < 10
}

/** Whether a word has a number in it: a figure, a number word, or a plural such as "hundreds". */
export function isNumberWord(word: string): boolean {
  if (/\d/.test(word)) return true
  return word
    .split('-')
    .some(
      (part) =>
        ONES.includes(part) ||
        TENS.includes(part) ||
        (part.length > 1 && part in UNITS) ||
        part in PLURALS ||
        /^(?:half|quarter|twice|double|couple|several|few|handful|nobody)$/.test(part),
    )
}

const PLURALS = table({
  tens: 20,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  lakhs: 200_000,
  millions: 2_000_000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
  'tens of millions': 20_000_000,
  'hundreds of millions': 200_000_000,
})

/** An amount of people: an exact number has equal bounds; `about` says that it is not exact. */
type Amount = { low: number; high: number | null; about: boolean }

/**
 * Reads an amount without words such as "at least": a number, a plural ("hundreds", "100s"), or
 * "a few hundred". Plurals, "few" and "several" are at least two of their unit, with no upper bound;
 * "a couple dozen" is about two.
 */
export function readAmount(text: string): Amount | null {
  const exact = readNumber(text)
  if (exact !== null) return { low: exact, high: exact, about: false }
  if (/^(?:an? )?baker'?s dozen$/.test(text)) return { low: 13, high: 13, about: false }
  const half = /^(?:an?|one) ([a-z]+) and a half$/.exec(text)
  const whole = half && UNITS[half[1] ?? '']
  if (whole) return { low: 1.5 * whole, high: 1.5 * whole, about: false }
  const couple = /^(?:a )?couple(?: of)? ([a-z]+)$/.exec(text)
  const pair = couple && UNITS[couple[1] ?? '']
  if (couple) return pair ? { low: 2 * pair, high: 2 * pair, about: true } : null
  const bare = text
    .replace(/^(?:many|several|a few|multiple|the) (?=[a-z]+s(?: |$))/, '')
    // “1000s”, “100's of thousands”.
    .replace(
      /^(10{1,2}|1,?000|10,?000|100,?000)'?s(?= |$)/,
      (all, figures: string) => PLURAL_OF.get(figures.replace(',', '')) ?? all,
    )
    .replace(/^([a-z]+s) (?:and|upon|after) \1$/, '$1')
    // Archives write "hundreds of thousand" as well.
    .replace(/ of (?:thousand|1000'?s|k)$/, ' of thousands')
  const plural = PLURALS[bare]
  if (plural !== undefined) return { low: plural, high: null, about: false }
  const few =
    /^(?:a few|few|several|a couple|couple|a couple of|(?:a )?(?:small )?handful(?: of)?|multiple|many)(?: ([a-z]+))?(?: (thousand|million))?$/.exec(
      text,
    )
  if (!few || (few[1] === undefined && /^(?:few|many|multiple)$/.test(text))) return null
  const unit =
    (few[1] === undefined ? 1 : (UNITS[few[1]] ?? NaN)) *
    (few[2] === undefined ? 1 : (UNITS[few[2]] ?? NaN))
  return Number.isNaN(unit) ? null : { low: 2 * unit, high: null, about: false }
}

const PLURAL_OF = new Map([
  ['10', 'tens'],
  ['100', 'hundreds'],
  ['1000', 'thousands'],
  ['10000', 'tens of thousands'],
  ['100000', 'hundreds of thousands'],
])

// "constructor" is no size: a plain object would have it.
function table(sizes: Record<string, number>): Record<string, number> {
  return Object.assign(Object.create(null) as Record<string, number>, sizes)
}
