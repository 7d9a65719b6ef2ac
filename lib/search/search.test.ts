import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionsOf, searchFilters, searchParams } from './filters'
import { foldWord, wordsIn } from './fold'
import { bestPassages, markedPieces } from './passage'
import { allOf, anyOf } from './tsquery'
import { errorsBetween, oneErrorFrom } from './typing-errors'

describe('words', () => {
  it('are apart by punctuation of every kind, and folded', () => {
    const folded = [...wordsIn('“Ça—va”, Łódź/Straße don’t 2,000 №5')].map(({ word }) =>
      foldWord(word),
    )
    expect(folded).toEqual(['ca', 'va', 'lodz', 'strasse', 'don', 't', '2', '000', 'no5'])
  })
})

describe('typing errors', () => {
  it('are one for all that is one error away', () => {
    const word = fc.stringMatching(/^[a-z]{4,10}$/)
    fc.assert(
      fc.property(word, fc.nat(), (text, choice) => {
        const all = oneErrorFrom(text)
        expect(errorsBetween(text, all[choice % all.length] ?? '')).toBe(1)
      }),
    )
  })

  it.each([
    ['spheres', 'spheres', 0],
    ['shperes', 'spheres', 1],
    ['spheers', 'spheres', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('between %s and %s are %i', (word, other, errors) => {
    expect(errorsBetween(word, other)).toBe(errors)
    expect(errorsBetween(other, word)).toBe(errors)
  })

  it('of a word that is still being typed are counted up to there', () => {
    expect(errorsBetween('amalgmat', 'amalgamated', true)).toBe(1)
    expect(errorsBetween('ama', 'amazon', true)).toBe(0)
  })

  it('are not forgiven in short words', () => {
    expect(oneErrorFrom('war')).toEqual([])
  })
})

describe('passages', () => {
  const long = `${'One thing and another. '.repeat(30)}They read the letter. ${'More of it. '.repeat(40)}`

  it('show a window around the words', () => {
    const [passage] = bestPassages(
      [{ label: 'Summary', text: long }],
      new Set(['letter']),
      new Set(),
    )
    const text = passage?.pieces.map((piece) => piece.text).join('') ?? ''
    expect(text).toMatch(/^… .*read the letter\. .* …$/)
    expect(text.length).toBeLessThan(280)
    expect(passage?.pieces.filter(({ marked }) => marked)).toEqual([
      { text: 'letter', marked: true },
    ])
  })

  it.each(['😀a', '😀！'])('end between two characters of a text without spaces: %s', (unit) => {
    for (const before of ['', 'a']) {
      const text = `${before}${unit.repeat(300)} letter ${unit.repeat(300)}`
      const [passage] = bestPassages([{ label: '', text }], new Set(['letter']), new Set())
      expect(passage?.pieces.map((piece) => piece.text).join('')).not.toMatch(/\p{Cs}/u)
    }
  })

  it('are of parts that show words not seen yet', () => {
    const parts = [
      { label: 'A', text: 'one' },
      { label: 'B', text: 'one two three' },
      { label: 'C', text: 'four' },
    ]
    const labels = (shown: string[]) =>
      bestPassages(parts, new Set(['one', 'two', 'four']), new Set(shown)).map((p) => p.label)
    expect(labels([])).toEqual(['B', 'C'])
    expect(labels(['one', 'two'])).toEqual(['C'])
    expect(labels(['one', 'two', 'four'])).toEqual([])
  })

  it('lose no character of a text that is shown whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, words) => {
        const pieces = markedPieces(text, new Set(words.map(foldWord)))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })
})

describe('a tsquery', () => {
  it('quotes every form', () => {
    expect(anyOf(["a'b", 'c\\'])).toBe("('a''b' | 'c\\\\')")
    expect(anyOf(['a', 'b'], 'AB')).toBe("('a':AB | 'b':AB)")
    expect(allOf(["('a')", '', '()'])).toBe("('a')")
  })
})

describe('filters', () => {
  it('take what is understood and say what is not', () => {
    const { filters, problems } = searchFilters({
      ...{ q: [' a\u0000\ud800  b ', 'c'], record: 'entry', kind: 'rally', after: '' },
      ...{ from: '2026-02-30', to: '2026-02-13', organization: 'x'.repeat(500) },
    })
    expect(filters).toMatchObject({ q: 'a b', record: 'entry', kind: 'rally', to: '2026-02-13' })
    expect(filters.organization).toHaveLength(100)
    expect(Object.keys(problems)).toEqual(['from'])
    expect(problems.from?.written).toBe('2026-02-30')
  })

  it('take a year or a month for all of its days', () => {
    expect(searchFilters({ from: '2025', to: '2026-02' }).filters).toMatchObject({
      ...{ from: '2025-01-01', to: '2026-02-28' },
    })
  })

  it('refuse kinds that do not exist and days out of order', () => {
    const { filters, problems } = searchFilters({
      ...{ record: 'constructor', kind: 'toString', from: '2026-02-13', to: '2026-02-12' },
    })
    expect(filters).toMatchObject({ record: null, kind: null })
    expect(Object.keys(problems)).toEqual(['to'])
  })

  it('make the address that says the same', () => {
    const asked = { q: 'a', kind: 'rally', from: '2026-01-01' }
    const { filters } = searchFilters(asked)
    expect(searchParams(filters)).toEqual(asked)
    expect(searchParams(filters, { after: 'x', q: '' })).toEqual({
      ...{ kind: 'rally', from: '2026-01-01', after: 'x' },
    })
    expect(conditionsOf(filters)).toBe(2)
    expect(conditionsOf(searchFilters({ q: 'a' }).filters)).toBe(0)
  })
})
