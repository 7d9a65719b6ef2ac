import { describe, expect, it } from 'vitest'
import { clauses, detailsSchema, nameList, type DetailField, type SentenceParts } from './define'
import { findKind, kindNamed, kindOf, kinds, laneLabels } from './index'
import { entryKinds, lanes, type EntryKind } from './names'

const EMPTY: SentenceParts = {
  place: '',
  participants: '',
  actors: [],
  targets: [],
  subjects: [],
  accordingTo: null,
  details: {},
}

function sampleOf(field: DetailField): string | number {
  switch (field.type) {
    case 'count':
      return 12
    case 'url':
      return 'https://example.org/a'
    case 'choice':
      return Object.keys(field.options)[0] ?? ''
    case 'text':
      return 'something'
  }
}

describe.each(entryKinds)('the kind %s', (name) => {
  const kind = kindOf(name)
  const samples = Object.fromEntries(
    Object.entries(kind.fields).map(([field, description]) => [field, sampleOf(description)]),
  )

  it('has a lane and words for everything', () => {
    expect(lanes).toContain(kind.lane)
    for (const words of [kind.label, kind.hint, ...Object.values(kind.parts)])
      expect(words.trim()).not.toBe('')
    for (const field of Object.values(kind.fields)) expect(field.label.trim()).not.toBe('')
  })

  it('says in a sentence what is known, and nothing of what is not', () => {
    const known: SentenceParts = {
      place: 'the Spheres',
      participants: 'workers',
      actors: ['Ring', 'AWS'],
      targets: ['Amazon'],
      subjects: ['Flock'],
      accordingTo: 'Jo Example',
      details: samples,
    }
    const choices = Object.entries(kind.fields).flatMap(([field, description]) =>
      description.type === 'choice'
        ? Object.keys(description.options).map((value) => ({ ...samples, [field]: value }))
        : [],
    )
    const unknownDetail = Object.fromEntries(Object.keys(kind.fields).map((f) => [f, 'no choice']))
    const all = [EMPTY, known, { ...EMPTY, details: samples }, { ...EMPTY, details: unknownDetail }]
    for (const parts of [...all, ...choices.map((details) => ({ ...known, details }))]) {
      const sentence = kind.sentence(parts)
      expect(sentence).toMatch(/^\p{Lu}.*[^,\s][.?!]$/u)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|false|true| {2}|,,|\.\.| ,| \./)
    }
  })

  it('checks every field of its own, and refuses others', () => {
    const schema = detailsSchema(kind.fields)
    expect(schema.parse(samples)).toEqual(samples)
    expect(schema.parse({})).toEqual({})
    const blank = Object.fromEntries(Object.keys(kind.fields).map((field) => [field, '']))
    expect(schema.parse(blank)).toEqual({})
    expect(schema.safeParse({ ...samples, unknownKey: 'x' }).success).toBe(false)
    for (const [field, description] of Object.entries(kind.fields)) {
      const wrong = {
        text: 'x'.repeat(501),
        count: 'many',
        url: 'javascript:alert(1)',
        choice: 'toString',
      }
      const parsed = schema.safeParse({ [field]: wrong[description.type] })
      expect(parsed.error?.issues[0]?.path).toEqual([field])
    }
  })
})

describe('the fields of kinds', () => {
  const check = (type: 'text' | 'count' | 'url', value: unknown) =>
    detailsSchema({ it: { type, label: 'It' } }).safeParse({ it: value })

  it.each([
    ['1,500', 1500],
    ['12 000', 12_000],
    [0, 0],
    ['0', 0],
  ])('count %j', (typed, counted) => {
    expect(check('count', typed).data).toEqual({ it: counted })
  })

  it.each(['-1', '1.5', 'x', '1e9', 'Infinity', 'NaN', '   x', 200_000_000])(
    'do not count %j',
    (typed) => {
      expect(check('count', typed).success).toBe(false)
    },
  )

  it.each(['a\u0000b', 'a\ud800b', 'a\u001bb', `a${'\u0301'.repeat(20)}`, 'a\u202eb'])(
    'hold no signs that cannot be stored or that disguise: %j',
    (typed) => {
      expect(check('text', typed).success).toBe(false)
    },
  )
})

describe('the registry', () => {
  it('knows each kind once, and no other name', () => {
    expect(Object.keys(kinds)).toEqual([...entryKinds])
    const labels = entryKinds.map((name) => kindOf(name).label)
    expect(new Set(labels).size).toBe(labels.length)
    expect(findKind('rally')).toBe('rally')
    for (const name of ['toString', '__proto__', 'constructor', '', null, 1, ['rally']])
      expect(findKind(name)).toBeNull()
    expect(kindNamed('nothing')).toBe('rally')
    for (const lane of lanes) expect(laneLabels[lane]).toBeTruthy()
  })
})

describe('words put together', () => {
  it('are lists with "and", and sentences with one full stop', () => {
    expect([
      nameList([]),
      nameList(['A']),
      nameList(['A', 'B']),
      nameList(['A', 'B', 'C']),
    ]).toEqual(['', 'A', 'A and B', 'A, B and C'])
    expect(clauses('rally', false, '', undefined, null, 'at noon')).toBe('Rally at noon.')
    expect([clauses('why?'), clauses()]).toEqual(['Why?', ''])
  })
})

const SAID: [EntryKind, Partial<SentenceParts>, string][] = [
  ['strike', { details: { workersOut: 1_500 } }, 'Strike of 1,500 workers.'],
  ['petition', { details: { signatures: 1 } }, 'Petition with 1 signature.'],
  [
    'commitment',
    { details: { due: 'by May' } },
    'An organization made a commitment to be kept by May.',
  ],
  ['negotiation', { actors: ['Amazon'] }, 'Talks with Amazon.'],
  [
    'negotiation',
    { actors: ['Amazon'], targets: ['the union'] },
    'Talks between Amazon and the union.',
  ],
]

it.each(SAID)('says of a %s with %o: %s', (kind, known, sentence) => {
  expect(kindOf(kind).sentence({ ...EMPTY, ...known })).toBe(sentence)
})
