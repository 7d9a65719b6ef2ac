import { pad } from './calendar'
import { Refusal } from './refusal'

/** A text without its time of day, and the time as `HH:MM`. */
export type TakenTime = {
  rest: string
  time: string | null
  warnings: string[]
  /** What is to be asked: midnight lies between two days, an offset may move the day, and two times are a span. */
  unclear?: 'midnight' | 'offset' | 'span'
}

const CLOCK = String.raw`(?:(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?(am|pm))?|(\d{1,2}) ?(am|pm)|(noon|midnight))`
const ZONE_NAME = String.raw`(?:utc|gmt|msk|cest|(?!sat\b|oct\b|sept\b|last\b|past\b)[a-z]{1,4}t)(?: ?[+-]\d{1,2}(?::?\d{2})?)?`
const LONG_ZONE = String.raw`(?:(?:local|pacific|mountain|central|eastern)(?: standard| daylight)? time|local)`
const ZONE = String.raw`(?:(z|(?<=:\d{2}(?:\.\d+)?) ?[+-]\d{2}:?\d{2})| ?\(?(${LONG_ZONE}|${ZONE_NAME})\)?)?`

const TWO_TIMES =
  /\d(?: ?[ap]m)? ?(?:-|to|until|and) ?\d{1,2}(?::\d{2}(?!:?\d)(?: ?[ap]m)?| ?[ap]m)\b/

/** What spreadsheets and databases write behind a date that has no time. */
const NO_TIME =
  /^(.*\d)(?:t| ?,? )(?:00:00:00(?:\.0+)?|0:00(?::00)?|12:00:00 ?am)(?: ?(?:z|utc|gmt|\+00:?00))?$/
const NO_TIME_WARNING =
  'Spreadsheets write 00:00:00 where no time is known, so it was left out. Write 00:00 if midnight is meant.'

/** In “around noon” and “about 3 pm” the hour is not exact; the day is. */
const VAGUE = new RegExp(
  `(^|[ ,])(?:at )?(?:(?:about|around|approximately|approx|circa|roughly|ca|c) |~ ?)(?=${CLOCK}(?!\\d))`,
)
const VAGUE_WARNING = 'The time is recorded as exact. Leave it out if the hour is not known.'

const OFFSET = /\d{2} ?[+-]\d{2}:?\d{2}$/
const ONLY_TIME = new RegExp(`^(?:at )?${CLOCK}$`)
const AT_END = new RegExp(
  `^(.*?\\S)(?:(?<=\\d)t| ?,? ?(?:\\b(?:(?:starting|beginning|from)(?: at)?|at) |@ ?)?(?<![\\d:/-]))${CLOCK}${ZONE}$`,
)
const AT_START = new RegExp(`^(?:at )?${CLOCK}${ZONE},? (?:on )?(.+)$`)

/**
 * Takes a time of day off a tidy text: "13 feb 2026 at 17:30", "2026-02-13 5pm", "noon on 13 feb".
 *
 * A zone's name is left out with a warning, since the record keeps the time as the clocks at the place showed
 * it; of an offset and of midnight it says that even the day may be another.
 *
 * @throws Refusal when there is a time that is impossible or belongs to two days.
 */
export function takeTime(text: string): TakenTime {
  const exact = text.replace(VAGUE, '$1')
  if (exact === text) return takeExact(text)
  const taken = takeExact(exact)
  return taken.time ? { ...taken, warnings: [...taken.warnings, VAGUE_WARNING] } : takeExact(text)
}

function takeExact(text: string): TakenTime {
  if (ONLY_TIME.test(text)) throw new Refusal('Add the day to the time, as in 13 Feb 2026, 17:00.')
  if (TWO_TIMES.test(text) && !OFFSET.test(text)) return startOf(text)
  const spreadsheet = NO_TIME.exec(text)
  if (spreadsheet?.[1]) {
    return { rest: spreadsheet[1], time: null, warnings: [NO_TIME_WARNING] }
  }
  const end = AT_END.exec(text)
  if (end) return taken(end[1] ?? '', end.slice(2))
  const start = AT_START.exec(text)
  if (start) return taken(start.at(-1) ?? '', start.slice(1))
  if (/ (?:at|@) ?\d{1,2}$/.test(text)) {
    throw new Refusal('The hour was not understood. Write it as 17:00 or 5 pm.')
  }
  return { rest: text, time: null, warnings: [] }
}

function taken(rest: string, groups: (string | undefined)[]): TakenTime {
  const [hours, minutes = '00', half, bareHours, bareHalf, word, offset, zone] = groups
  if (word === 'midnight') return { rest, time: '00:00', warnings: [], unclear: 'midnight' }
  if (/(?:\d ?(?:am|pm)|:\d{2}|-| to| and)$/.test(rest) || /:\d{2}|\d ?[ap]m\b/.test(rest)) {
    throw oneTime()
  }
  const warnings: string[] = []
  if (zone && !/^local/.test(zone)) {
    warnings.push(`Times are local to the place, so “${zone.toUpperCase()}” was left out.`)
  }
  if (word === 'noon') return { rest, time: '12:00', warnings }
  const time = clock(Number(hours ?? bareHours), Number(minutes), half ?? bareHalf)
  if (hours?.length === 1 && !half) {
    warnings.push(`${hours}:${minutes} was read as ${time}, in the morning.`)
  }
  return { rest, time, warnings, ...(offset && { unclear: 'offset' as const }) }
}

const HOURS = String.raw`(\d{1,2})(?::(\d{2}))? ?(am|pm)?`
const FROM_TO = new RegExp(
  `^(.*\\S?\\d{4}|.*[a-z] \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2} [a-z]{3,9}),? (?:from |between |at |@ ?)?${HOURS} ?(?:-|to|until|till|and) ?${HOURS}(?: (?!at\\b)\\(?[a-z]{1,4}t\\)?)?$`,
)

/** The day and the first of two times, "5-7 pm", to be asked. */
function startOf(text: string): TakenTime {
  const [, rest = '', hours = '', minutes = '00', half, endHours = '', , endHalf] =
    FROM_TO.exec(text) ?? []
  if (rest === '' || (!half && !endHalf && hours.length < 2)) throw oneTime()
  // In “11-1 pm” the first hour is before noon.
  const crosses = Number(hours) % 12 > Number(endHours) % 12
  const own = half ?? (endHalf && crosses ? (endHalf === 'pm' ? 'am' : 'pm') : endHalf)
  const time = clock(Number(hours), Number(minutes), Number(hours) > 12 ? undefined : own)
  return { rest, time, warnings: [], unclear: 'span' }
}

function oneTime(): Refusal {
  return new Refusal('Only one time can be saved with a date. Write the time when it began.')
}

function clock(hours: number, minutes: number, half: string | undefined): string {
  const highest = half ? 12 : 23
  if (hours > highest || (half && hours === 0) || minutes > 59) {
    throw new Refusal('That time does not exist. Write it as 17:00 or 5 pm.')
  }
  const of24 = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours
  return `${pad(of24, 2)}:${pad(minutes, 2)}`
}
