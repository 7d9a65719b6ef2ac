/**
 * How moments of what was done here (a sign-in, a comment, a change) are written for one person: in which
 * zone, UTC where none is named, and by the customs of which language and region.
 */
export type Clock = { timeZone: string; language: string }

/** As dates of the record are written, for whoever chose no language. */
export const OF_THE_RECORD = 'en-GB'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf({ timeZone, language }: Clock, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([timeZone, language, options])
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language || OF_THE_RECORD, {
      ...options,
      timeZone: timeZone || 'UTC',
    })
  formats.set(key, format)
  return format
}

/** The day and the time of a moment with the name of its zone, such as "13 Feb 2026, 15:00 UTC". */
export function momentInWords(at: string, clock: Clock): string {
  return formatOf(clock, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZoneName: 'short',
  }).format(new Date(at))
}

/** The day of a moment, such as "13 Feb 2026". */
export function dayOfMoment(at: string, clock: Clock): string {
  return formatOf(clock, { dateStyle: 'medium' }).format(new Date(at))
}
