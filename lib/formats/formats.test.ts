import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarIcs } from './calendar-ics'
import { parse } from 'csv-parse/sync'
import { readCsv, writeCsv } from './csv'
import { entriesCsv } from './entries-csv'
import { feedAtom } from './feed-atom'
import { filesFor, sharedFile } from './files'
import { placesGeojson } from './places-geojson'
import { recordJsonld } from './record-jsonld'
import { timelineJson } from './timeline-json'
import { ATTACK, entry, later, linked, names, offer, origin, record } from './test-support'

const coordinates = { latitude: 47.6155, longitude: -122.3393, rounded: false }
const placed = { ...record, entries: record.entries.map((one) => ({ ...one, coordinates })) }

describe('CSV', () => {
  it('runs no formula, and gives every cell back', () => {
    const cells = [
      '=1',
      '+1',
      '-x',
      '-1+1',
      '@x',
      '\tx',
      '\rx',
      '＝1',
      "'=1",
      "'",
      'a,b',
      'a"b',
      'a\nb',
      '',
    ]
    const text = writeCsv([cells, ['plain', ...cells.slice(1)]])
    for (const row of text.split('\r\n')) expect(row).not.toMatch(/(?:^|,)"?[=+\-@\t＝]/)
    expect(readCsv(text)).toEqual([cells, ['plain', ...cells.slice(1)]])
    expect(() => readCsv('a,"b')).toThrow(RangeError)
  })

  it('is read by another library, with numbers as numbers', () => {
    const cells = ['-122.3393', '47.6', '0', '-7', 'a "b", c', 'two\nlines', '']
    expect(parse(writeCsv([cells]), { cast: false })).toEqual([cells])
    const run = ['=1+1', '-1+1', '+1', '@x', '-', '-1,2', '--1', '-1e5', '\t1']
    for (const [cell = ''] of parse(writeCsv(run.map((one) => [one])))) expect(cell).toMatch(/^'/)
    const [head = [], ...rows] = parse(entriesCsv(placed, origin).text)
    const place = (name: string) => rows.map((row) => row[head.indexOf(name)])
    expect(place('longitude')).toEqual(['-122.3393', '-122.3393'])
    expect(rows.every((row) => row.length === head.length)).toBe(true)
  })

  it('has a row for each entry and names what it loses', () => {
    const { text, loss } = entriesCsv(record, origin)
    const [head, ...rows] = readCsv(text)
    expect(head?.slice(0, 4)).toEqual(['id', 'date', 'first_day', 'last_day'])
    expect(head).not.toContain('private_note')
    expect(rows.map((row) => row[1])).toEqual(['2025-11~', '2026-02-13'])
    expect(rows[1]?.[head?.indexOf('participants') ?? -1]).toBe('=HYPERLINK("x")')
    expect(loss).toEqual([])
    expect(entriesCsv({ ...record, cut: true }, origin).loss).toEqual([
      'all entries after the first 2',
    ])
  })
})

describe('iCalendar', () => {
  const { text } = calendarIcs(record, origin)

  it('is read by another library as it was written', () => {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
    expect(
      events.map(({ uid, summary, location, startDate, endDate }) => [
        ...[uid.slice(0, 2), summary, location, startDate.toString(), endDate.toString()],
      ]),
    ).toEqual([
      ['bb', 'Ü'.repeat(60), 'Amazon Spheres, Seattle', '2025-11-01', '2025-12-01'],
      [
        ...['aa', 'Rally, </script><img src=x onerror=alert(1)>&"', 'Amazon Spheres, Seattle'],
        ...['2026-02-14T01:30:00Z', '2026-02-14T01:30:00Z'],
      ],
    ])
    expect(events.map(({ description }) => description).join()).toContain(
      'First line\nsecond; with \\ more',
    )
  })
  it('folds lines at 75 octets without cutting a character', () => {
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Ü'.repeat(60)}\r\n`)
  })
  it('doubts nothing that is known to the day', () => {
    const lasting = { ...entry, edtf: '2026-02-12/2026-02-14', time: null }
    const days = { firstDay: '2026-02-12', lastDay: '2026-02-14' }
    const file = calendarIcs({ ...record, entries: [{ ...lasting, ...days }] }, origin).text
    expect(file).toContain('DTSTART;VALUE=DATE:20260212\r\nDTEND;VALUE=DATE:20260215')
    expect(file.replaceAll('\r\n ', '')).not.toContain('not known more exactly')
    const going = { ...lasting, edtf: '2026-02-12/..', lastDay: '2026-02-12' }
    const since = calendarIcs({ ...record, entries: [going] }, origin).text.replaceAll('\r\n ', '')
    expect(since).toContain('DESCRIPTION:Date: since 12 Feb 2026.\\n')
    expect(since).not.toContain('not known more exactly')
  })
  it('gives an hour in UTC, whole days otherwise, and says what is not exact', () => {
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain('DTSTART:20260214T013000Z')
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20251101\r\nDTEND;VALUE=DATE:20251201')
    expect(unfolded).toContain(
      'DESCRIPTION:Date: about November 2025. It is not known more exactly.',
    )
    expect(unfolded).toContain('First line\\nsecond\\; with \\\\ more')
    expect(unfolded).toContain('GEO:47.61;-122.33')
    expect(unfolded).toContain('LOCATION:Amazon Spheres\\, Seattle')
    expect(unfolded).toContain('SEQUENCE:3')
  })
})

describe('GeoJSON', () => {
  it('puts longitude before latitude, and says what has no place', () => {
    const { text, loss } = placesGeojson(record, origin)
    const { type, features } = JSON.parse(text) as {
      type: string
      features: { geometry: unknown }[]
    }
    expect(type).toBe('FeatureCollection')
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-122.33, 47.61] },
    ])
    expect(loss[0]).toBe('entries without coordinates (1)')
  })
})

describe('TimelineJS', () => {
  it('escapes what it would take for HTML', () => {
    const { text } = timelineJson(record, origin)
    expect(text).not.toContain('<img')
    const { events } = JSON.parse(text) as { events: Record<string, unknown>[] }
    expect(events[1]).toMatchObject({
      ...{ unique_id: entry.id, group: 'Action', autolink: false },
      throughline: { kind: entry.kind },
      start_date: { year: 2026, month: 2, day: 13, hour: 17, minute: 30 },
    })
    expect(events[0]).toMatchObject({
      ...{ display_date: 'about November 2025', end_date: { year: 2025, month: 11, day: 30 } },
    })
  })
})

describe('what TimelineJS has no place for of a single source', () => {
  const of = (source: object) => {
    const cited = { id: 'c', exact: '', source: { ...SOURCE, ...source } }
    return timelineJson(
      { ...record, entries: [names.showAll({ ...linked, citations: [cited] })] },
      origin,
    ).loss
  }
  const SOURCE = {
    ...{ id: 's', kind: 'news' as const, title: 'A report', publisher: 'A paper' },
    ...{ url: 'https://news.example.org/1', published: '' },
  }
  it('is all of it without an address, and its day', () => {
    const said = expect.stringContaining('sources, except') as string
    expect(of({})).not.toContainEqual(said)
    expect(of({ url: '' })).toContainEqual(said)
    expect(of({ published: '2026-02-13' })).toContainEqual(said)
  })
})

describe('Atom', () => {
  it('is escaped, with what RFC 4287 asks for', () => {
    const { text } = feedAtom(record, origin)
    expect(text).not.toContain('<img')
    for (const part of ['<id>', '<title>', '<updated>', '<author><name>', 'rel="self"'])
      expect(text).toContain(part)
    expect(text.match(/<entry>/g)).toHaveLength(2)
  })
})

describe('JSON-LD', () => {
  it('cannot end a script, and gives no date more exactly than it is known', () => {
    const { text } = recordJsonld(record, origin)
    expect(text).not.toContain('<')
    const graph = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
    expect(graph[0]).toMatchObject({
      ...{ '@type': 'Event', name: entry.title, startDate: '2026-02-13T17:30' },
    })
    expect(graph).toContainEqual(expect.objectContaining({ '@type': 'Quotation', text: ATTACK }))
    const about = { ...later, lane: 'action' as const }
    const inexact = recordJsonld({ ...record, entries: [about] }, origin)
    expect(inexact.text).not.toContain('startDate')
    expect(inexact.text).toContain('The date is known as “about November 2025”.')
    expect(inexact.loss).toContain('how exactly a date is known, except in words')
  })

  it('says that it left entries out where it did, and what else it has no place for', () => {
    const { loss } = recordJsonld(record, origin)
    expect(loss[0]).toBe('responses, outcomes and context, except their quotes (1)')
    const all = recordJsonld({ ...record, entries: [entry] }, origin)
    expect(all.loss).toEqual([])
    const [speaker] = linked.appearances
    if (!speaker) throw new Error('Nobody speaks.')
    const other = { id: 'l', says: true, relation: 'caused_by', entry: { title: 'x' } }
    const more = names.showAll({
      ...{ ...linked, alsoKind: 'march' as const, links: [other as never] },
      appearances: [{ ...speaker, name: '', description: 'a driver' }],
    })
    const { text, loss: lost } = recordJsonld({ ...record, entries: [more] }, origin)
    expect(text).toContain('"keywords":["Rally","March"]')
    expect(lost).toEqual(['links between entries', 'people who are not named'])
  })

  it('is for public links alone', () => {
    expect(sharedFile('record.jsonld', offer('public'))).not.toBeNull()
    expect(sharedFile('record.jsonld', offer('press'))).toBeNull()
    expect(sharedFile('constructor', offer('public'))).toBeNull()
    expect(filesFor(offer('public')).map(({ name }) => name)).not.toContain('places.geojson')
  })
})
