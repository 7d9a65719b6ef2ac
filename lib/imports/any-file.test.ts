import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRow } from './check-rows'
import { damaged, withoutHang } from './damage-test-support'
import { giveBack } from './give-back'
import { planFor } from './plan'
import { propose } from './propose'
import { readTable } from './read-table'
import { UnreadableFile } from './table'

const HABITS = { today: '2026-03-01' }
const bytes = (text: string) => new TextEncoder().encode(text)

const CELLS = [
  ['Date', 'Kind', 'Title', 'Place', 'Participants', 'Organization', 'Source', 'Tags', 'Latlng'],
  ...[
    ['2026-02-13', 'strike', 'Drivers stop work, again', 'Gate 5, Seattle', '200-300', 'Local 12'],
    ['13/02/2026', 'rally', 'A "march"\nto the plant', 'Toledo', 'hundreds', 'Local 12; Local 14'],
    ['about 2019', 'Protest', '=HYPERLINK("x")', 'Zürich', '1,200', "['Amazon', 'ICE']"],
  ].map((row) => [...row, 'https://news.example.org/1 https://news.example.org/2', "['a', 'b']"]),
]
const sheet = (separator: string) =>
  CELLS.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(
    '\n',
  )

const CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
  ...['END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:1@example.org', 'DTSTART;VALUE=DATE:20260213'],
  ...['DTEND;VALUE=DATE:20260215', 'SUMMARY:Rally\\, first', '  day', 'GEO:47.6;-122.3'],
  ...['RRULE:FREQ=DAILY', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:2@example.org'],
  ...['DTSTART;TZID="Europe/Berlin":20260301T010000', 'CATEGORIES:a,b\\,c', 'STATUS:CANCELLED'],
  ...['BEGIN:VALARM', 'TRIGGER:-PT5M', 'END:VALARM', 'DTEND:20260301T020000Z'],
  ...['SUMMARY:Call', 'END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n')

const TIMELINE = {
  title: { text: { headline: 'All' } },
  eras: [{ start_date: { year: 1900 }, end_date: { year: '1910' } }],
  events: [
    {
      start_date: { year: '1963', month: 8, day: '28', hour: '9', display_date: 'August' },
      text: { headline: 'A<br>B', text: '<p>One &amp; <a href="https://x.org">two</a></p>' },
      media: { url: 'https://x.org/a.jpg', credit: 'C', caption: 'D' },
      group: 'Marches',
    },
    { start_date: { year: 2020 }, end_date: { year: 2021, month: '2' }, text: { headline: 'E' } },
  ],
}
const FEATURES = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { date: '2026-02-13', title: 'Rally', tags: ['a', 'b'], more: { deep: [1] } },
      geometry: { type: 'Point', coordinates: [-122.33, 47.6] },
    },
    { type: 'Feature', properties: { date: '2026', title: 'March' }, geometry: null },
  ],
}
const RECORDS = {
  data: CELLS.slice(1).map((row) =>
    Object.fromEntries(row.map((cell, n) => [CELLS[0]?.[n] ?? '', cell])),
  ),
}

const JSON_WORDS = ['{', '}', '[', ']', '[[[[', ',', ':', 'null', '{"timeline":{}}', '"events":[]']
const CSV_WORDS = [
  ',',
  ';',
  '\t',
  '|',
  '""',
  '\r\n',
  "['a', 'b",
  '; ',
  '13/14/2026',
  'about',
  '../..',
]
const ICS_WORDS = [
  ...[
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'BEGIN:VCALENDAR\r\n',
    'DTSTART:',
    'DTEND:2026',
    ';',
    ':',
  ],
  ...['\r\n ', 'RRULE:FREQ=SECONDLY\r\n', ';X="', '20261341T250000Z', 'GEO:1e9;x\r\n', '\\,'],
]

describe.each<[string, Uint8Array, string[]]>([
  ['CSV', bytes(sheet(',')), CSV_WORDS],
  ['tabs', bytes(sheet('\t')), CSV_WORDS],
  ['a calendar', bytes(CALENDAR), ICS_WORDS],
  ['GeoJSON', bytes(JSON.stringify(FEATURES)), JSON_WORDS],
  ['TimelineJS', bytes(JSON.stringify(TIMELINE)), JSON_WORDS],
  ['JSON', bytes(JSON.stringify(RECORDS)), JSON_WORDS],
])('a damaged file of %s', (_name, good, words) => {
  it('is read row by row or refused in a sentence, and nothing of it is lost', () => {
    fc.assert(
      fc.property(damaged(good, words), (given) => withoutHang(() => readAll(given))),
      { numRuns: 300 },
    )
  })
})

// "33 February 2026 does not exist" begins with its day.
const SENTENCE = /^(?:[\p{Lu}“]|\d{1,2} \p{Lu})[^]*[.?!]$/u
/** A sentence without what it quotes from the file, in which any word may stand. */
const ownWordsOf = (sentence: string) => sentence.replace(/“[^]*”/u, '“”')
const INTERNAL = /undefined|\[object|NaN|Invalid input|Expected|TypeError|regex/

function readAll(given: Uint8Array): void {
  const table = tableOrSentence(given)
  if (!table) return
  const { mapping } = propose(table, HABITS)
  const plan = planFor(table, mapping, HABITS, 'a file, imported today')
  const numbers = table.rows.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  const refused = table.rows.flatMap((row) => {
    expect(row.cells).toHaveLength(table.columns.length)
    const checked = checkRow(row, table, plan)
    if (checked.state === 'skipped') expect(checked.reason).toMatch(SENTENCE)
    if (checked.state !== 'refused') return []
    const reasons = checked.refusals.map(({ sentence }) => sentence)
    expect(reasons).not.toEqual([])
    for (const sentence of reasons) {
      expect(sentence).toMatch(SENTENCE)
      expect(ownWordsOf(sentence)).not.toMatch(INTERNAL)
    }
    return [{ row, reasons }]
  })
  const back = giveBack(table, refused, 'a file')
  if (!('text' in back) || refused.length === 0) return
  const again = readTable(bytes(back.text), 'UTC', separatorOf(table.shape)).table
  expect(again.rows).toHaveLength(refused.length)
}

function separatorOf(shape: ReturnType<typeof readTable>['table']['shape']) {
  return shape.type === 'csv' ? { separator: shape.separator } : {}
}

function tableOrSentence(given: Uint8Array) {
  try {
    return readTable(given, 'America/New_York').table
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile)
    expect((error as Error).message).toMatch(SENTENCE)
    expect(ownWordsOf((error as Error).message)).not.toMatch(INTERNAL)
    return null
  }
}
