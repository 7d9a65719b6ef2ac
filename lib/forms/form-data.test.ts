import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ADD_ROW, formValues, nestedInput, rowCount, withAddedRow } from './form-data'

function sent(...pairs: [string, string | Blob][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

describe('the values of a form', () => {
  it('are its text fields by name, lists by []', () => {
    expect(
      formValues(sent(['a', '1'], ['list[]', 'x'], ['list[]', 'y'], ['b.0.c', ' 2 '], ['a', '3'])),
    ).toEqual({ a: '3', 'list[]': ['x', 'y'], 'b.0.c': ' 2 ' })
  })

  it('leave out files and the framework’s own fields', () => {
    const file = new File(['x'], 'x.txt')
    expect(formValues(sent(['$ACTION_ID_1', 'x'], ['file', file], ['a', 'b']))).toEqual({ a: 'b' })
  })

  it.each([
    '__proto__',
    '__proto__.polluted',
    'a.__proto__.b',
    'a.0.constructor',
    'constructor.prototype.polluted',
    'prototype',
  ])('refuse the name %s', (name) => {
    expect(() => formValues(sent([name, 'x']))).toThrow(RangeError)
  })

  it('are at most 4,000, and more are refused before they are read', () => {
    const many = (count: number) =>
      sent(...Array.from({ length: count }, (_, n): [string, string] => [`f${n}`, '']))
    expect(Object.keys(formValues(many(4_000)))).toHaveLength(4_000)
    expect(() => formValues(many(4_001))).toThrow('The form has too many fields.')
    const repeated = sent(...Array.from({ length: 4_001 }, (): [string, string] => ['a[]', '']))
    expect(() => formValues(repeated)).toThrow(RangeError)
  })
})

describe('nested input', () => {
  it('follows the paths of the names', () => {
    const { input } = nestedInput({
      title: 'T',
      'a.0.name': 'A',
      'a.0.quotes.0.text': 'Q',
      'a.1.name': 'B',
      'inquiry.through': 'e-mail',
      'tags[]': ['x', 'y'],
    })
    expect(input).toEqual({
      title: 'T',
      a: [{ name: 'A', quotes: [{ text: 'Q' }] }, { name: 'B' }],
      inquiry: { through: 'e-mail' },
      tags: ['x', 'y'],
    })
  })

  it('leaves out rows in which nothing was typed, whatever was chosen in them', () => {
    const { input } = nestedInput({
      'a.0.name': '  ',
      'a.0.id': '00000000-0000-7000-8000-000000000000',
      'a.0.role': 'speaker',
      'a.0.consent': 'named',
      'a.0.quotes.0.text': '',
      'a.1.name': '',
      'a.1.quotes.0.text': 'Only words',
      'b.0.relation': 'raises',
      'b.1._row': '',
      'c.0.part': 'target',
      'c.1.outcome': 'waiting',
      'd.0.list[]': [' ', ''],
    })
    expect(input).toEqual({
      a: [{ name: '', quotes: [{ text: 'Only words' }] }],
      b: [],
      c: [],
      d: [],
    })
  })

  it('keeps the order of the rows, not that of the fields', () => {
    const { input } = nestedInput({ 'a.10.n': 'third', 'a.2.n': 'second', 'a.0.n': 'first' })
    expect(input).toEqual({ a: [{ n: 'first' }, { n: 'second' }, { n: 'third' }] })
  })

  it('names the field that a message belongs to, past dropped rows', () => {
    const { fieldName } = nestedInput({
      'a.0.name': '',
      'a.1.name': 'kept',
      'a.3.name': 'kept too',
      'a.3.quotes.0.text': '',
      'a.3.quotes.2.text': 'kept',
    })
    expect(fieldName(['a', 0, 'name'])).toBe('a.1.name')
    expect(fieldName(['a', 1, 'quotes', 0, 'source'])).toBe('a.3.quotes.2.source')
    expect(fieldName(['a', 7, 'name'])).toBe('a.7.name')
    expect(fieldName(['title'])).toBe('title')
    expect(fieldName([])).toBe('')
  })

  it('leaves out names that begin with an underscore', () => {
    expect(nestedInput({ [ADD_ROW]: 'a', _x: '1', y: '2' }).input).toEqual({ y: '2' })
  })

  it('cannot reach a prototype, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc
            .array(
              fc.oneof(
                fc.constantFrom('a', '0', '1', '', 'toString', 'hasOwnProperty', 'length', '[]'),
                fc.string({ maxLength: 4 }),
              ),
              { minLength: 1, maxLength: 5 },
            )
            .map((parts) => parts.join('.')),
          fc.string(),
        ),
        (values) => {
          nestedInput(values)
          return Object.keys(Object.prototype).length === 0 && !('polluted' in {})
        },
      ),
    )
  })
})

describe('rows', () => {
  it('are counted by the highest index', () => {
    const values = { 'a.0.x': '', 'a.4.x': '', 'ab.9.x': '', 'a.x': '', 'a.999.x': '' }
    expect(rowCount(values, 'a')).toBe(5)
    expect(rowCount(values, 'none')).toBe(0)
  })

  it('get one more when the button without script is pressed, and keep what was typed', () => {
    const values = withAddedRow({ 'a.0.x': 'typed' }, 'a')
    expect(values).toEqual({ 'a.0.x': 'typed', 'a.1._row': '' })
    expect(rowCount(values, 'a')).toBe(2)
    expect(nestedInput(values).input).toEqual({ a: [{ x: 'typed' }] })
  })
})
