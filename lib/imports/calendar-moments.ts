import zoneAt from '@photostructure/tz-lookup'
import { dayFromNumber, dayNumber } from '../dates/calendar'
import { instantsOf } from '../dates/days'
import { readPair } from '../places'
import { zoneNamed } from './calendar-zones'

/** A property of a calendar's event, with its parameters as they stand. */
export type Property = { name: string; parameters: string; value: string }

/** By which clocks the hours of an event are worded, and the zones that its calendar tells of itself. */
export type Clocks = { zone: string; said: ReadonlyMap<string, string> }

/** When an event begins and ends, in words for the entry's form, or the sentence that refuses it. */
export type Moments = { start: string; end: string; refused: Refused[] }
type Refused = { column: 'Start' | 'End'; value: string; sentence: string }

/** An hour as the clocks of some zone show it; without a zone, those of the place itself. */
type Hour = { day: string; time: string; zone: string | null }
type Read = Hour | { day: string; time: null } | { words: string } | { sentence: string }

const DAY_MS = 86_400_000

/** The zone of the clocks at a pair of coordinates as an event has it, or null. */
export function zoneOfPair(text: string): string | null {
  const pair = readPair(text)
  return pair && zoneAt(Number(pair.latitude), Number(pair.longitude))
}

/**
 * Words when an event is: what is said in UTC or by the clocks of a zone as the clocks of the place show
 * that moment, since the form reads hours by them, and everything else as it stands.
 */
export function momentsOf(
  { start, end, duration }: Record<'start' | 'end' | 'duration', Property | undefined>,
  clocks: Clocks,
): Moments {
  const refused: Refused[] = []
  const worded = (column: Refused['column'], value: string, read: Read): string => {
    const words = 'sentence' in read ? read : inWords(read, clocks)
    if (typeof words === 'string') return words
    refused.push({ column, value: value.slice(0, 300), sentence: words.sentence })
    return ''
  }
  const first = start && readMoment(start, clocks)
  const from = start && first ? worded('Start', start.value, first) : ''
  const until = end ? endOf(end, first, clocks) : duration && first && later(first, duration.value)
  const to = until ? worded('End', (end ?? duration)?.value ?? '', until) : ''
  return { start: from, end: to, refused }
}

function isDay({ parameters, value }: Property): boolean {
  return /VALUE=DATE(?:;|$)/i.test(parameters) || /^\d{8}$/.test(value)
}

// The end of days is the day after the last one; some calendars give one day twice.
function endOf(end: Property, first: Read | undefined, clocks: Clocks): Read {
  const read = readMoment(end, clocks)
  if (!isDay(end) || !('day' in read)) return read
  const before = dayFromNumber(dayNumber(read.day) - 1)
  if (!before) return { words: end.value }
  return { day: first && 'day' in first && before < first.day ? first.day : before, time: null }
}

/** A moment as it is written; what is no moment stays as it stands, to be refused as a date. */
function readMoment({ parameters, value }: Property, { said }: Clocks): Read {
  const text = value.trim()
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(text)
  if (!found) return { words: text }
  const [, year = '', month = '', date = '', hour, minute = '', utc] = found
  const day = `${year}-${month}-${date}`
  if (hour === undefined) return { day, time: null }
  const time = `${hour}:${minute}`
  if (utc) return { day, time, zone: 'UTC' }
  const name = /(?:^|;)TZID=("[^"]*"|[^;]*)/i.exec(parameters)?.[1]?.replaceAll('"', '')
  if (name === undefined) return { day, time, zone: null }
  const zone = zoneNamed(name, said)
  if (zone) return { day, time, zone }
  return {
    sentence: `The time zone “${name.slice(0, 100)}” is not known. Use a zone such as America/New_York, or the hour in UTC.`,
  }
}

function inWords(read: Exclude<Read, { sentence: string }>, { zone }: Clocks) {
  if ('words' in read) return read.words
  const { day, time } = read
  if (time === null) return day
  if (read.zone === null) return `${day} ${time}`
  let moment: number | undefined
  try {
    moment = instantsOf(day, time, read.zone)[0]
  } catch {
    // Such as the 31st of February, which its field refuses.
    return `${day} ${time}`
  }
  if (moment === undefined)
    return { sentence: `The clocks of ${read.zone} were put forward then: give another hour.` }
  return new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(moment)
}

/** When something ends that lasts so long; its days are those of the calendar, its hours exact. */
function later(first: Read, duration: string): Read | undefined {
  if (!('day' in first)) return undefined
  const found =
    /^\+?P(?:(\d{1,4})W|(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:\d{1,6}S)?)?)$/i.exec(
      duration.trim(),
    )
  if (!found) return { words: duration.trim() }
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found
    .slice(1)
    .map((part) => Number(part) || 0)
  const lasted = weeks * 7 + days
  if (first.time === null) {
    const last = dayFromNumber(dayNumber(first.day) + Math.max(lasted - 1, 0))
    return last ? { day: last, time: null } : undefined
  }
  const day = dayFromNumber(dayNumber(first.day) + lasted)
  if (!day) return undefined
  const ms = (hours * 60 + minutes) * 60_000
  try {
    const from =
      first.zone === null
        ? Date.parse(`${day}T${first.time}:00Z`)
        : instantsOf(day, first.time, first.zone)[0]
    if (from === undefined || Number.isNaN(from) || ms > 400 * DAY_MS)
      return { words: duration.trim() }
    const at = new Date(from + ms).toISOString()
    // Without a zone, an hour is reckoned as if no clocks were changed in between.
    const zone = first.zone === null ? null : 'UTC'
    return { day: at.slice(0, 10), time: at.slice(11, 16), zone }
  } catch {
    return { words: duration.trim() }
  }
}
