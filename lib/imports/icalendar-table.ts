import { rowOf, requireSize, UnreadableFile, type Table } from './table'

const COLUMNS = [
  ...['Start', 'End', 'Summary', 'Description', 'Location', 'Latitude, Longitude'],
  ...['URL', 'Categories', 'Status', 'Repeats', 'UID'],
] as const

type Property = { name: string; parameters: string; value: string }

/** Whether a text is a calendar. */
export function isCalendar(text: string): boolean {
  return /^\ufeff?\s*BEGIN:VCALENDAR\b/i.test(text)
}

/**
 * The events of a calendar (RFC 5545) as rows. A time in UTC becomes what the clocks of `zone` show;
 * any other is kept as it stands. An event that repeats is its first day, and says how it repeats.
 *
 * @param zone IANA name.
 * @throws UnreadableFile where no event is in it.
 */
export function calendarTable(text: string, zone: string): Table {
  const whole = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '')
  const blocks: { raw: string[]; properties: Property[] }[] = []
  let open: (typeof blocks)[number] | null = null
  let depth = 0
  for (const line of linesOf(whole)) {
    const begins = /^BEGIN:(.+)$/i.exec(line)?.[1]?.trim().toUpperCase()
    if (begins === 'VEVENT') {
      open = { raw: [], properties: [] }
      depth = 0
    }
    if (!open) continue
    open.raw.push(line)
    if (begins && begins !== 'VEVENT') depth += 1
    const ends = /^END:(.+)$/i.exec(line)?.[1]?.trim().toUpperCase()
    if (ends === 'VEVENT') {
      blocks.push(open)
      requireSize(COLUMNS.length, blocks.length)
      open = null
    } else if (ends) depth -= 1
    else if (depth === 0) open.properties.push(propertyIn(line))
  }
  if (open) throw new UnreadableFile('This calendar ends amid an event. Save it again.')
  return {
    shape: { type: 'icalendar' },
    columns: [...COLUMNS],
    rows: blocks.map(({ raw, properties }, index) => ({
      ...rowOf(index + 1, cellsOf(properties, zone), COLUMNS.length),
      raw,
    })),
    leftOut: [],
  }
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
  return { name: name.toUpperCase(), parameters: parameters.toUpperCase(), value }
}

function cellsOf(properties: Property[], zone: string) {
  const first = (name: string) => properties.find((one) => one.name === name)
  const text = (name: string) => unescaped(first(name)?.value ?? '')
  const [start, end] = [first('DTSTART'), first('DTEND')]
  return [
    start ? momentOf(start, zone) : '',
    end ? (isDay(end) ? dayBefore(end.value) : momentOf(end, zone)) : '',
    ...[text('SUMMARY'), text('DESCRIPTION'), text('LOCATION')],
    text('GEO').replace(';', ', '),
    text('URL'),
    properties
      .filter(({ name }) => name === 'CATEGORIES')
      .flatMap(({ value }) => value.split(/(?<!\\),/).map(unescaped)),
    ...[text('STATUS').toLowerCase(), text('RRULE'), text('UID')],
  ]
}

function unescaped(value: string): string {
  return value
    .replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
    .trim()
}

function isDay({ parameters, value }: Property): boolean {
  return parameters.includes('VALUE=DATE') || /^\d{8}$/.test(value)
}

// The end of days is the day after the last one.
function dayBefore(value: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(value.trim()) ?? []
  const before = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - 1))
  return Number.isNaN(before.getTime()) ? value : before.toISOString().slice(0, 10)
}

/** A moment as the clocks showed it; what is no moment stays as it stands, to be refused as a date. */
function momentOf({ value }: Property, zone: string): string {
  const text = value.trim()
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(text)
  if (!found) return text
  const [, year = '', month = '', day = '', hour, minute = '', utc] = found
  if (hour === undefined) return `${year}-${month}-${day}`
  if (!utc) return `${year}-${month}-${day} ${hour}:${minute}`
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`)
  if (Number.isNaN(moment.getTime())) return text
  return new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(moment)
}
