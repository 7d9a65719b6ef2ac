import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crowdInWords, parseCrowd } from './crowd'

it('asks where a sign means two things', () => {
  expect(parseCrowd('2.000')).toMatchObject({
    ok: false,
    choices: [
      { label: '2', low: 2, high: 2 },
      { label: '2,000', low: 2000, high: 2000 },
      { value: '“2.000”', low: null, high: null },
    ],
  })
  expect(parseCrowd('none')).toMatchObject({ ok: false, choices: [{ low: null }, { low: 0 }] })
})

it.each([
  '40 trucks',
  'three bargaining units',
  'a dozen cars',
  'a few hundred bicycles',
  'a convoy of 60 trucks',
  '300 households',
  'about 15 min',
  'six figures',
  'low hundreds',
])('keeps "%s" as words, and offers no number of people for them', (typed) => {
  const read = parseCrowd(typed)
  expect(read).toMatchObject({ ok: true, low: null, high: null, words: typed })
  expect(read.choices).toBeUndefined()
})

it('offers the people beside things that are counted', () => {
  expect(parseCrowd('40 trucks and 200 people').choices?.map(({ label }) => label)).toEqual(['200'])
})

it.each([
  ['0 to 300', 0, 300],
  ['hundreds to tens of thousands', 200, null],
  ['over a dozen and a half', 18, null],
  ['a baker’s dozen', 13, 13],
  ['up to a couple hundred', null, 200],
  ['250 → 400', null, null],
])('takes "%s" for its bounds', (typed, low, high) => {
  expect(parseCrowd(typed)).toMatchObject({ ok: true, low, high })
})

it('keeps the words and says who counted', () => {
  expect(parseCrowd('  A few hundred ')).toMatchObject({ words: 'A few hundred' })
  const hundreds = { low: 200, high: null, words: 'hundreds', countedBy: 'FOX 13' }
  expect(crowdInWords(hundreds)).toBe('hundreds, according to FOX 13')
  expect(crowdInWords({ low: null, high: null })).toBe('size not known')
})

it('reads back the numbers that it writes', () => {
  const bound = fc.option(fc.integer({ min: 0, max: 1_000_000_000 }))
  fc.assert(
    fc.property(bound, bound, (a, b) => {
      const both = a !== null && b !== null
      const low = both ? Math.min(a, b) : a
      const high = both ? Math.max(a, b) : b
      expect(parseCrowd(crowdInWords({ low, high }))).toMatchObject({ ok: true, low, high })
    }),
    { numRuns: 10_000 },
  )
})

it('answers any text without failing', () => {
  const word = fc.constantFrom(
    ...'a few hundred 5 k - to of + about over 1,000 2.0 dozens'.split(' '),
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 8 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const parsed = parseCrowd(typed)
      if (parsed.ok) expect((parsed.low ?? 0) <= (parsed.high ?? Infinity)).toBe(true)
      else expect(parsed.message).toMatch(/\.$/)
    }),
    { numRuns: 10_000 },
  )
})

it('knows no size by the names of a program’s own', () => {
  for (const word of ['constructor', '__proto__', 'a few constructor'])
    expect(parseCrowd(word)).toMatchObject({ ok: true, low: null, high: null })
})

it('refuses hidden signs, long texts and impossible sizes', () => {
  expect(parseCrowd('10\u00000').ok).toBe(false)
  expect(parseCrowd('1'.repeat(201)).ok).toBe(false)
  expect(parseCrowd('9999999999').ok).toBe(false)
})
