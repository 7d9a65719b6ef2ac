import { dayFromNumber, dayNumber } from './calendar'

const MINUTE_MS = 60_000

/**
 * Calendar days from one ISO day to another: 0 for the same day, negative when the second is earlier.
 * Clock changes never matter, since no hour is counted.
 *
 * @throws RangeError when either text is not an ISO day that exists.
 */
export function daysBetween(firstIso: string, lastIso: string): number {
  const days = dayNumber(lastIso) - dayNumber(firstIso)
  if (Number.isNaN(days)) throw new RangeError('A day must be written YYYY-MM-DD and exist.')
  return days
}

/**
 * The ISO day that it is in an IANA time zone, now or at a given moment.
 *
 * @throws RangeError when the zone is not known.
 */
export function todayIn(zone: string, now: Date = new Date()): string {
  const wall = dayFromNumber(Math.floor(wallClockMs(now.getTime(), zone) / (24 * 60 * MINUTE_MS)))
  if (!wall) throw new RangeError('The moment is outside the years 1 to 9999.')
  return wall
}

/** Whether a text names an IANA time zone, such as `America/Los_Angeles`. Offsets such as `+01:00` are none. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false
  try {
    formatterFor(zone)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a local time happens once, never or twice on a day in a zone, because of a clock change.
 *
 * @param day ISO day.
 * @param time `HH:MM` of 24 hours.
 * @throws RangeError when day, time or zone is not valid.
 */
export function zonedTimeState(
  day: string,
  time: string,
  zone: string,
): 'ok' | 'skipped' | 'doubled' {
  const count = instantsOf(day, time, zone).length
  if (count === 0) return 'skipped'
  return count === 1 ? 'ok' : 'doubled'
}

/**
 * The moments, in milliseconds since 1970, at which a local time is shown by the clocks of a zone: one, none
 * when a clock change skips it, two when one doubles it; earliest first.
 *
 * @throws RangeError when day, time or zone is not valid.
 */
export function instantsOf(day: string, time: string, zone: string): number[] {
  if (Number.isNaN(dayNumber(day)) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new RangeError('A day must be written YYYY-MM-DD, a time HH:MM.')
  }
  const wall = Date.parse(`${day}T${time}:00Z`)
  // A clock change is at most a day long (Samoa skipped one), so both offsets that can apply are seen here.
  const offsets = [-36, 0, 36].map((hours) => {
    const around = wall + hours * 60 * MINUTE_MS
    return wallClockMs(around, zone) - around
  })
  const moments = [...new Set(offsets)].map((offset) => wall - offset)
  return moments.filter((moment) => wallClockMs(moment, zone) === wall).sort((a, b) => a - b)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}

/** What the clocks of a zone show at a moment, read as if it were UTC. */
function wallClockMs(moment: number, zone: string): number {
  const found = new Map(
    formatterFor(zone)
      .formatToParts(moment)
      .map((p) => [p.type, p.value]),
  )
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(found.get(type))
  const wall = new Date(0)
  wall.setUTCFullYear(
    found.get('era') === 'BC' ? 1 - number('year') : number('year'),
    number('month') - 1,
    number('day'),
  )
  wall.setUTCHours(number('hour'), number('minute'), number('second'))
  return wall.getTime()
}

/** The ISO day of a date of the database, which stands at midnight UTC. */
export function isoDayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
