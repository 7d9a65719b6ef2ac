import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { parseCrowd, sizeInNumbers } from './crowd'

type Case = { text: string; low: number | null; high: number | null }

const SEED = 20_260_213
const STRINGS = 1000

const size = fc.oneof(
  fc.integer({ min: 2, max: 99 }),
  fc.integer({ min: 100, max: 9999 }),
  fc.integer({ min: 1, max: 400 }).map((n) => n * 500),
)
const NARROW = '\u202f'
const marked = (mark: string) => (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, mark)
const WORDS: [string, number][] = [
  ['a dozen', 12],
  ['half a dozen', 6],
  ['two dozen', 24],
  ['forty', 40],
  ['sixty-five', 65],
  ['a hundred', 100],
  ['two hundred', 200],
  ['three hundred and fifty', 350],
  ['a thousand', 1000],
  ['twelve thousand', 12_000],
  ['1.5k', 1500],
  ['2,5 Tsd', 2500],
  ['2.5 thousand', 2500],
]
const number = fc.oneof(
  fc
    .tuple(size, fc.constantFrom(marked(','), marked('’'), marked("'"), marked(NARROW), String))
    .map(([n, write]): [string, number] => [write(n), n]),
  fc.constantFrom(...WORDS),
)

const bounded = (opening: string, side: 'low' | 'high' | 'both', closing = '') =>
  number.map(([text, n]): Case => ({
    text: opening + text + closing,
    low: side === 'high' ? null : n,
    high: side === 'low' ? null : n,
  }))

const amount: fc.Arbitrary<Case> = fc.oneof(
  ...['', 'about ', 'roughly ', 'some ', 'an estimated ', 'exactly ', 'perhaps '].map((words) =>
    bounded(words, 'both'),
  ),
  ...['at least ', 'more than ', 'just over ', 'over ', 'no fewer than ', 'upwards of '].map(
    (words) => bounded(words, 'low'),
  ),
  ...['up to ', 'as many as ', 'close to ', 'nearly ', 'fewer than ', 'no more than '].map(
    (words) => bounded(words, 'high'),
  ),
  ...['-plus', '+', ' or more', ' plus'].map((words) => bounded('', 'low', words)),
  ...[' or so', ' total'].map((words) => bounded('', 'both', words)),
  fc
    .tuple(size, fc.integer({ min: 1, max: 90 }), fc.constantFrom('-', ' to ', '–', ' or '))
    .map(([low, more, between]) => ({
      text: `${low}${between}${low + more}`,
      ...{ low, high: low + more },
    })),
  fc.tuple(size, size).map(([a, b]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    return { text: `between ${low} and ${marked(',')(high)}`, low, high }
  }),
  fc.constantFrom(
    { text: 'hundreds', low: 200, high: null },
    { text: 'several hundred', low: 200, high: null },
    { text: '1000s', low: 2000, high: null },
    { text: 'tens of thousands', low: 20_000, high: null },
    { text: 'a few dozen', low: 24, high: null },
    { text: 'couple dozen', low: 24, high: 24 },
  ),
)
const NOUNS =
  'people|men|villagers|Amazon workers|former Google employees|students and teachers|monks|tech workers|' +
  'protesters outside the store|nurses, doctors and patients|members of the union|teamsters|grandmothers'
const people = fc.tuple(amount, fc.constantFrom('', ...NOUNS.split('|'))).map(([one, noun]) => ({
  ...one,
  text: [one.text, /s$/.test(one.text) && noun && 'of', noun].filter(Boolean).join(' '),
}))

const THINGS = 'cars|signatures|locations|hours|miles|cities|emails|unions|stores|arrests|families'
const noSize: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(number, fc.constantFrom(...THINGS.split('|')))
    .map(([[text], thing]) => `${text} ${thing}`),
  fc
    .tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 10, max: 20 }),
      fc.constantFrom('in', 'of', 'out of'),
    )
    .map(([part, whole, word]) => `${part} ${word} ${whole} workers`),
  fc.integer({ min: 1, max: 100 }).map((part) => `${part}% of the staff`),
  fc
    .tuple(
      fc.constantFrom('a', 'the', 'a large', 'a small', 'another'),
      fc.constantFrom('group', 'crowd', 'majority', 'number', 'handful or fewer', 'third'),
      fc.constantFrom(...NOUNS.split('|')),
    )
    .map((words) => words.join(' ').replace(/ (\S+)$/, ' of $1')),
  fc.constantFrom(
    'up to several hundred',
    'as many as tens of thousands',
    'everyone',
    'most of them',
  ),
  fc
    .tuple(size, size, fc.constantFrom('; ', ' (police), ', '      ', ' vs '))
    .map(([a, b, between]) => `${a}${between}${b}`),
)

const count = { understood: 0, words: 0, asked: 0, wrong: 0 }

it('reads sizes as they were generated, and never another number', () => {
  for (const { text, low, high } of fc.sample(people, { numRuns: STRINGS, seed: SEED })) {
    const read = parseCrowd(text)
    if (!read.ok) count.asked += 1
    else if (read.note) count.words += 1
    else if (read.low === low && read.high === high) count.understood += 1
    else {
      count.wrong += 1
      console.info(`${text}: ${read.low}..${read.high}, not ${low}..${high}`)
    }
  }
  expect(count.wrong).toBe(0)
  expect(count.understood).toBeGreaterThan(0.97 * STRINGS)
})

it('takes no number from shares, things and crowds without one', () => {
  const numbers = fc.sample(noSize, { numRuns: STRINGS, seed: SEED }).filter((text) => {
    const read = parseCrowd(text)
    return read.ok && (read.low !== null || read.high !== null)
  })
  expect(numbers).toEqual([])
})

it('understands its own numbers, and each choice as it is labelled', () => {
  for (const { text } of fc.sample(people, { numRuns: STRINGS, seed: SEED })) {
    const read = parseCrowd(text)
    if (read.ok && !read.note)
      expect(parseCrowd(sizeInNumbers(read))).toMatchObject({ low: read.low, high: read.high })
  }
  for (const text of fc.sample(noSize, { numRuns: STRINGS, seed: SEED }))
    for (const { value, low, high } of parseCrowd(text).choices ?? [])
      expect(parseCrowd(value)).toMatchObject({ ok: true, low, high })
})

afterAll(() => {
  const { understood, asked, words, wrong } = count
  console.info(
    `Sizes: ${understood} understood, ${asked} asked, ${words} kept as words, ${wrong} wrong`,
  )
})
