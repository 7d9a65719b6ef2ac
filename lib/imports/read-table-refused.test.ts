import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutHang } from './damage-test-support'
import { readTable } from './read-table'
import { UnreadableFile } from './table'

const ZONE = 'America/New_York'
const bytes = (text: string) => new TextEncoder().encode(text)

describe('what cannot be read', () => {
  it.each([
    ['a file above 20 MB', new Uint8Array(20_000_001), /larger than 20 MB/],
    [
      'a file that is no text',
      Uint8Array.from([80, 75, 3, 4, 0, 0, 1]),
      /neither text nor a workbook/,
    ],
    ['a page', bytes('<!doctype html><table>'), /web page/],
    ['broken JSON', bytes('{"a": [1, }'), /not valid JSON/],
    ['JSON without records', bytes('[1, 2, 3]'), /no list of records/],
    [
      'a complete record of ours',
      bytes('{"format":"throughline-record","version":1,"campaigns":[{"id":"1"}]}'),
      /complete record of Throughline.*import-record/,
    ],
    ['a timeline of version 2', bytes('{"timeline": {"date": []}}'), /version 2/],
    ['millions of empty cells', bytes(',\n'.repeat(9_000_000)), /five million cells/],
    [
      'few cells in each of many columns',
      bytes(JSON.stringify(Array.from({ length: 20_000 }, (_, n) => ({ [`c${n % 900}`]: 1 })))),
      /five million cells/,
    ],
    ['rows beyond number', bytes('a,b\n'.repeat(200_001)), /200,000 rows/],
    ['JSON without a bottom', bytes(`${'['.repeat(3e6)}${']'.repeat(3e6)}`), /too deeply/],
    ['JSON of millions of values', bytes(`[${'{},'.repeat(5_100_000)}{}]`), /five million cells/],
    [
      'a calendar of events beyond number',
      bytes(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(200_001)}END:VCALENDAR`),
      /200,000 rows/,
    ],
    ['a million columns', bytes(`${','.repeat(1_000_000)}\n`), /columns|five million/],
    ['a cell of two million characters', bytes(`a,b\n1,${'x'.repeat(2_000_000)}`), /million char/],
    ['a quote that never ends', bytes('a,b\n1,"x'), /quote/i],
    ['nothing', bytes(''), /no rows|empty/],
    ['a header alone', bytes('date,title\n'), /no rows/],
    ['a calendar that breaks off', bytes('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1'), /ends amid/],
  ])('%s is refused in a sentence', (_name, given, sentence) => {
    const refused = () => withoutHang(() => readTable(given, ZONE))
    expect(refused).toThrow(UnreadableFile)
    expect(refused).toThrow(sentence)
  })

  it('never fails in another way, whatever is in it', () => {
    const pieces = fc.constantFrom(
      ...[',', ';', '\t', '"', '\n', '\r\n', "['a', 'b']", '[', '{', '}', ']', ':', 'null', '\\'],
      ...[
        'BEGIN:VCALENDAR',
        'BEGIN:VEVENT',
        'END:VEVENT',
        'DTSTART:',
        '2026-02-13',
        '<p>',
        '\ufeff',
      ],
      ...['Year', 'date', 'é', '\u0000', '{"events":[{"start_date":{}}]}', '=1+1', '\ud800'],
    )
    const text = fc.array(pieces, { maxLength: 60 }).map((parts) => bytes(parts.join('')))
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 300 })), (given) => {
        try {
          const { table } = readTable(given, ZONE)
          for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length)
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile)
          expect((error as Error).message).toMatch(/^[A-Z].*\.$/)
        }
      }),
      { numRuns: 2_000, seed: 15 },
    )
  })
})
