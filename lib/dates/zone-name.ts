import { instantsOf } from './days'

/** Each English locale knows the short names of its own part of the world only. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN', 'en-ZA']

/**
 * Short name of a time zone at a local time: `PST`, `CET`, or `GMT+9` where English has none.
 *
 * In an hour that a clock change doubles it is the first of the two; in one that it skips, the name before
 * the change. Null when day, time or zone is not valid.
 *
 * @param day ISO day.
 * @param time `HH:MM` of 24 hours.
 * @param zone IANA name.
 */
export function zoneName(day: string, time: string, zone: string): string | null {
  try {
    // A skipped time has no moment of its own: the start of its day stands in.
    const moment = instantsOf(day, time, zone)[0] ?? instantsOf(day, '00:00', zone)[0]
    if (moment === undefined) return null
    const names = LOCALES.map((locale) => nameIn(locale, zone, moment))
    return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0] ?? null
  } catch {
    return null
  }
}

function nameIn(locale: string, timeZone: string, moment: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
  return parts.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? ''
}
