import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordReader, type RecordPiece } from './read-record'

function pieces(text: string, size = text.length): RecordPiece[] {
  const reader = new RecordReader()
  const found: RecordPiece[] = []
  for (let at = 0; at < text.length; at += Math.max(size, 1))
    found.push(...reader.read(text.slice(at, at + Math.max(size, 1))))
  reader.end()
  return found
}

const again = (found: RecordPiece[]) => {
  const object: Record<string, unknown> = {}
  for (const { name, value, list } of found)
    if (list) object[name] = [...((object[name] as unknown[] | undefined) ?? []), value]
    else object[name] = value
  return object
}

describe('a record file', () => {
  it('is read record by record, wherever it is cut into chunks', () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5 })
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1 }),
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.string(),
        fc.integer({ min: 1, max: 40 }),
        (entries, people, of, size) => {
          const object = { of, version: 1, entries, people }
          const text = JSON.stringify(object, null, 1)
          expect(again(pieces(text, size))).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  it('may have empty lists', () => {
    expect(pieces('{"a":[],"b":[\n]}\n')).toEqual([])
  })

  it.each([
    '',
    '[]',
    '{"a":[1',
    '{"a":1',
    '{"a":1}x',
    '{"a":1}{"b":2}',
    '{"a":{"b":1}}',
    '{[1]}',
    '{"a":[1}}',
    '{"a":[{]}]}',
    '{"a":nope}',
    '}',
    'hello, world',
  ])('is refused where it is %j', (text) => {
    expect(() => pieces(text)).toThrow(SyntaxError)
  })

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'{}[],:"\\a1 ')), (signs) => {
        try {
          pieces(signs.join(''), 3)
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
