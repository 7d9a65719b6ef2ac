import { describe, expect, it } from 'vitest'
import { readTable, type Reading } from './read-table'

const ZONE = 'America/New_York'
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string, reading: Reading = {}) => readTable(bytes(text), ZONE, reading).table
const cellsOf = (text: string, reading?: Reading) =>
  read(text, reading).rows.map(({ cells }) => cells)

/** A text in UTF-16 as spreadsheets save it. */
function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\ufeff' : '')].concat(text.split(''))
  return Uint8Array.from(
    units.flatMap((unit) => {
      const code = unit.charCodeAt(0)
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
}

describe('a table', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('of %s is told by itself', (_name, sign) => {
    const table = read(`date${sign}title\n2026-02-13${sign}"a, b; c | d"\n2026-02-14${sign}e`)
    expect(table.columns).toEqual(['date', 'title'])
    expect(table.rows[0]?.cells).toEqual(['2026-02-13', 'a, b; c | d'])
  })

  it('takes no comma of a text for one of the table, whatever marks stand in cells', () => {
    const line = '"2026-02-13","Rally, march, and more"\n'
    const text = `date,title\n13 Feb,6" banner\n${line.repeat(30_000)}`
    const { table } = readTable(bytes(text), 'UTC')
    expect(table.rows).toHaveLength(30_001)
    expect(table.rows[0]?.cells).toEqual(['13 Feb', '6" banner'])
    expect(table.rows.at(-1)?.cells).toEqual(['2026-02-13', 'Rally, march, and more'])
  })

  it('keeps quotes, new lines in cells, and the numbers of its rows', () => {
    const table = read('\ufeffdate,title\r\n\r\n2026-02-13,"one ""word""\r\nand another"\r\n')
    expect(table.columns).toEqual(['date', 'title'])
    expect(table.rows).toMatchObject([
      { number: 3, cells: ['2026-02-13', 'one "word"\r\nand another'] },
    ])
  })

  it('may have titles above its header, empty columns, and names that are missing or come twice', () => {
    const table = read(
      'Actions of 2026\n\nKept by the committee,,,,\nDate,,Link,Link,\n13 Feb,x,a,b,c\n14 Feb,,,,\n15 Feb,,,,\n',
    )
    expect(table.columns).toEqual(['Date', 'Column 2', 'Link', 'Link (2)', 'Column 5'])
    expect(table.rows.map(({ number }) => number)).toEqual([5, 6, 7])
    expect(table.rows[1]?.cells).toEqual(['14 Feb', '', '', '', ''])
  })

  it.each([
    ['UTF-8', bytes('date,title\n2026,café'), 'utf-8', true],
    ['UTF-16 with a mark', utf16('date,title\n2026,café', true, true), 'utf-16le', true],
    ['UTF-16, other end first', utf16('date,title\n2026,café', false, true), 'utf-16be', true],
    ['UTF-16 without a mark', utf16('date,title\n2026,café!', true, false), 'utf-16le', true],
    [
      'Windows-1252',
      Uint8Array.from([...bytes('date,title\n2026,caf'), 0xe9, ...bytes(' '), 0x93, 0x61, 0x94]),
      'windows-1252',
      false,
    ],
    [
      'Mac Roman',
      Uint8Array.from([...bytes('date,title\n2026,caf'), 0x8e, ...bytes(' '), 0xd2, 0x61, 0xd3]),
      'macintosh',
      false,
    ],
  ])('is read in %s', (_name, given, encoding, sure) => {
    const found = readTable(given, ZONE)
    expect(found).toMatchObject({ encoding, sure })
    expect(String(found.table.rows[0]?.cells[1])).toMatch(/^café/)
  })

  it('is read in the encoding that a person names', () => {
    const cyrillic = Uint8Array.from([...bytes('date,title\n2026,'), 0xec, 0xe8, 0xf0])
    const { table } = readTable(cyrillic, ZONE, { encoding: 'windows-1251' })
    expect(table.rows[0]?.cells[1]).toBe('мир')
  })

  it('keeps a cell that looks like a formula as the words that it is', () => {
    expect(cellsOf('date,title\n2026,"=HYPERLINK(""http://x"",""y"")"')).toEqual([
      ['2026', '=HYPERLINK("http://x","y")'],
    ])
  })
})

describe('JSON', () => {
  it('may be a list, or an object with one', () => {
    const list = [
      { date: '2026-02-13', tags: ['a', 'b'], links: [{ url: 'https://x.org', text: 'X' }] },
    ]
    for (const value of [list, { updated: 1, data: list }]) {
      const table = read(JSON.stringify(value))
      expect(table.columns).toEqual(['date', 'tags', 'links'])
      expect(table.rows).toMatchObject([
        { number: 1, cells: ['2026-02-13', ['a', 'b'], ['https://x.org X']] },
      ])
    }
  })

  it('of features has the coordinates of points', () => {
    const feature = {
      type: 'Feature',
      properties: { date: '2026-02-13' },
      geometry: { type: 'Point', coordinates: [-122.33, 47.6] },
    }
    const table = read(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
    expect(table.columns).toEqual(['date', 'latitude', 'longitude'])
    expect(table.rows[0]?.cells).toEqual(['2026-02-13', '47.6', '-122.33'])
  })

  it('of features that are no points says what becomes of their place', () => {
    const feature = (type: string, coordinates: unknown, id: unknown) => ({
      ...{ type: 'Feature', id, properties: { date: '2026-02-13' } },
      geometry: { type, coordinates },
    })
    const features = [
      feature(
        'LineString',
        [
          [-122.33, 47.6],
          [-122.34, 47.61],
        ],
        'route-1',
      ),
      feature(
        'Polygon',
        [
          [
            [1, 2],
            [3, 4],
            [5, 6],
            [1, 2],
          ],
        ],
        7,
      ),
      feature(
        'MultiPoint',
        [
          [1, 2],
          [3, 4],
        ],
        undefined,
      ),
      feature('Point', ['x', 2], undefined),
      { type: 'Feature', properties: { date: '2026-02-13' }, geometry: null },
    ]
    const table = read(JSON.stringify({ type: 'FeatureCollection', features }))
    expect(table.columns).toEqual(['date', 'id', 'latitude', 'longitude'])
    expect(table.rows.map(({ cells, note }) => [...cells.slice(1), note])).toEqual([
      ['route-1', '47.6', '-122.33', expect.stringContaining('first point') as string],
      ['7', '', '', expect.stringContaining('an area') as string],
      ['', '', '', expect.stringContaining('several places') as string],
      ['', '', '', expect.stringContaining('cannot be read') as string],
      ['', '', '', undefined],
    ])
  })

  it('of a timeline is its slides, and says what is none', () => {
    const timeline = {
      title: { text: { headline: 'All' } },
      eras: [{ start_date: { year: 1900 } }],
      events: [{ start_date: { year: '1963', month: 8 }, text: { headline: 'A<br>B' } }],
    }
    const table = read(JSON.stringify(timeline))
    expect(table.rows[0]?.cells.slice(0, 3)).toEqual(['1963', '8', ''])
    expect(table.leftOut.map(({ reason }) => reason)).toEqual([
      'The title slide is no event.',
      'An era is no event.',
    ])
  })
})

describe('a calendar', () => {
  it('is its events, with folded lines, escapes, whole days and the clocks of the campaign', () => {
    const lines = [
      ...['BEGIN:VCALENDAR', 'BEGIN:VTIMEZONE', 'DTSTART:19700101T000000', 'END:VTIMEZONE'],
      ...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20260213', 'DTEND;VALUE=DATE:20260215'],
      ...['SUMMARY:Rally\\, first', ' day', 'GEO:47.6;-122.3', 'END:VEVENT'],
      ...['BEGIN:VEVENT', 'UID:2', 'DTSTART:20260301T010000Z', 'SUMMARY:Call'],
      ...['BEGIN:VALARM', 'SUMMARY:Not this', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR'],
    ]
    const [first, second] = cellsOf(lines.join('\r\n'))
    expect(first?.slice(0, 6)).toEqual([
      '2026-02-13',
      '2026-02-14',
      'Rally, firstday',
      '',
      '',
      '47.6, -122.3',
    ])
    expect(second?.[0]).toBe('2026-02-28 20:00')
    expect(second?.[2]).toBe('Call')
  })
})
