import { describe, expect, it } from 'vitest'
import { clauses, detailsSchema, nameList, type DetailField } from './define'
import { findKind, kindNamed, kindOf, kinds, laneLabels } from './index'
import { entryKinds, lanes } from './names'

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
    expect(clauses('by AWU', false, '', undefined, null, 'at noon')).toBe('By AWU, at noon.')
    expect([clauses('why?'), clauses()]).toEqual(['Why?', ''])
  })
})
