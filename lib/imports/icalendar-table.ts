import { momentsOf, zoneOfPair, type Clocks, type Property } from './calendar-moments'
import { rowOf, requireSize, UnreadableFile, type Table } from './table'

const COLUMNS = [
  ...['Start', 'End', 'Summary', 'Description', 'Location', 'Latitude, Longitude'],
  ...['URL', 'Categories', 'Status', 'Repeats', 'UID'],
] as const

// What is read of an event; everything else is named as left out.
const READ = new Set([
  ...['DTSTART', 'DTEND', 'DURATION', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'GEO', 'URL'],
  ...['CATEGORIES', 'STATUS', 'RRULE', 'UID'],
])
const MOST_UNREAD = 50

/** Whether a text is a calendar. */
export function isCalendar(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR\b/i.test(text)
}

/**
 * The events of a calendar (RFC 5545) as rows. An hour that is said in UTC or by the clocks of a zone becomes what
 * the clocks of the event's place show, or those of `zone`; any other is kept as it stands. An event that
 * repeats is its first day, and says how it repeats.
 *
 * @param zone IANA name.
 * @param byPlace whether the hours of an event are read by the clocks of its coordinates, as they are where
 *   these are kept.
 * @throws UnreadableFile where an event does not end.
 */
export function calendarTable(text: string, zone: string, byPlace = true): Table {
  const whole = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '')
  const { events, said, zones, unread } = eventsIn(whole)
  const clocks = (properties: Property[]): Clocks => {
    const there = byPlace ? zoneOfPair(pairOf(properties)) : null
    return { zone: there ?? zone, said }
  }
  return {
    shape: { type: 'icalendar', zones },
    columns: [...COLUMNS],
    rows: events.map(({ raw, properties }, index) => {
      const { cells, refused } = rowFrom(properties, clocks(properties))
      return {
        ...rowOf(index + 1, cells, COLUMNS.length),
        raw,
        ...(refused.length > 0 ? { refused } : {}),
      }
    }),
    leftOut: [],
    unread: [...unread].slice(0, MOST_UNREAD),
  }
}

type Event = { raw: string[]; properties: Property[] }

function eventsIn(whole: string) {
  const events: Event[] = []
  const said = new Map<string, string>()
  const zones: string[] = []
  const unread = new Set<string>()
  let open: Event | null = null
  let zone: string | null = null
  let depth = 0
  for (const line of linesOf(whole)) {
    const begins = /^BEGIN:(.+)$/i.exec(line)?.[1]?.trim().toUpperCase()
    if (begins === 'VEVENT') {
      open = { raw: [], properties: [] }
      depth = 0
    } else if (begins === 'VTIMEZONE') zone = ''
    else if (begins && begins !== 'VCALENDAR' && (open !== null || zone === null))
      unread.add(begins.slice(0, 60))
    if (!open) {
      if (zone !== null) {
        zones.push(line)
        const { name, value } = propertyIn(line)
        if (name === 'TZID') zone = value.trim()
        if (name === 'X-LIC-LOCATION') said.set(zone, value.trim())
        if (/^END:VTIMEZONE\s*$/i.test(line)) zone = null
      }
      continue
    }
    open.raw.push(line)
    if (begins && begins !== 'VEVENT') depth += 1
    const ends = /^END:(.+)$/i.exec(line)?.[1]?.trim().toUpperCase()
    if (ends === 'VEVENT') {
      events.push(open)
      requireSize(COLUMNS.length, events.length)
      open = null
    } else if (ends) depth -= 1
    else if (depth === 0 && !begins) {
      const property = propertyIn(line)
      // A program that forgot to indent the rest of a text broke its line so.
      if (property.name === '' && line.trim() !== '') {
        const last = open.properties.at(-1)
        if (last) last.value += `\\n${line}`
        continue
      }
      open.properties.push(property)
      if (property.name !== '' && !READ.has(property.name)) unread.add(property.name.slice(0, 60))
    }
  }
  if (open) throw new UnreadableFile('This calendar ends amid an event. Save it again.')
  return { events, said, zones, unread }
}

/** One line after the other: of a long file not all are held at once. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    yield text.slice(from, end === -1 ? text.length : end)
    if (end === -1) return
    from = end + 1
  }
}

function propertyIn(line: string): Property {
  const [, name = '', parameters = '', value = ''] =
    /^([A-Za-z0-9-]+)((?:;[^:";]*(?:"[^"]*")?[^:";]*)*):([^]*)$/.exec(line) ?? []
  return { name: name.toUpperCase(), parameters, value }
}

const first = (properties: Property[], name: string) => properties.find((one) => one.name === name)

const pairOf = (properties: Property[]) =>
  unescaped(first(properties, 'GEO')?.value ?? '').replace(';', ', ')

function rowFrom(properties: Property[], clocks: Clocks) {
  const text = (name: string) => unescaped(first(properties, name)?.value ?? '')
  const { start, end, refused } = momentsOf(
    {
      start: first(properties, 'DTSTART'),
      end: first(properties, 'DTEND'),
      duration: first(properties, 'DURATION'),
    },
    clocks,
  )
  const categories = properties
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ value }) => value.split(/(?<!\\),/).map(unescaped))
  const cells = [
    ...[start, end, text('SUMMARY'), text('DESCRIPTION'), text('LOCATION')],
    ...[pairOf(properties), text('URL')],
    categories,
    ...[text('STATUS').toLowerCase(), text('RRULE'), text('UID')],
  ]
  return { cells, refused }
}

function unescaped(value: string): string {
  return value
    .replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
    .trim()
}
