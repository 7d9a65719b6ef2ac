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
  million: 1_000_000,
})

/**
 * Reads one whole number of people in English: `1,500`, `27.0`, `1.5k`, `2 million`, `two hundred and fifty`,
 * `a dozen`, `half a million`; null for anything else, and for a number that is not whole.
 */
export function readNumber(text: string): number | null {
  if (text === 'half a million') return 500_000
  if (text === 'nobody' || text === 'no one') return 0
  const figures = /^(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)? ?([a-z]+)?$/.exec(text)
  if (figures) {
    const [, whole = '', fraction = '', unit] = figures
    const scale = unit === undefined ? 1 : UNITS[unit]
    const value = Number(whole.replace(/[, ]/g, '') + fraction) * (scale ?? NaN)
    const rounded = Math.round(value)
    // 1.1 million is not quite whole in binary.
    return Math.abs(value - rounded) < 1e-6 * Math.max(1, value) && Number.isSafeInteger(rounded)
      ? rounded
      : null
  }
  return readWords(text.replaceAll('-', ' ').split(' '))
}

function readWords(words: string[]): number | null {
  let total = 0
  let group: number | null = null
  let lastScale = Infinity
  let before = ''
  for (const word of words) {
    const unit = word.length > 1 ? UNITS[word] : undefined
    if (unit !== undefined) {
      if (group === null) return null
      if (unit < 1000) {
        if (group > 99) return null
        group *= unit
      } else {
        if (unit >= lastScale) return null
        total += group * unit
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

const PLURALS = table({
  tens: 20,
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2_000_000,
  'tens of thousands': 20_000,
  'hundreds of thousands': 200_000,
})

/**
 * Reads an amount without words such as "at least": a number, a plural ("hundreds"), or "a few hundred".
 * Plurals and "few" are at least two of their unit, with no upper bound.
 */
export function readAmount(text: string): { low: number; high: number | null } | null {
  const exact = readNumber(text)
  if (exact !== null) return { low: exact, high: exact }
  // Archives write "hundreds of thousand" as well.
  const plural = PLURALS[text.replace(/^many /, '').replace(/ of thousand$/, ' of thousands')]
  if (plural !== undefined) return { low: plural, high: null }
  const few =
    /^(?:a few|several|a couple|a couple of|a handful|a handful of|multiple)(?: ([a-z]+))?$/.exec(
      text,
    )
  if (!few) return null
  const unit = few[1] === undefined ? 1 : UNITS[few[1]]
  return unit === undefined ? null : { low: 2 * unit, high: null }
}

// "constructor" is no size: a plain object would have it.
function table(sizes: Record<string, number>): Record<string, number> {
  return Object.assign(Object.create(null) as Record<string, number>, sizes)
}
