/** The first and last year this record can hold. EDTF's year 0 and negative years are left out on purpose. */
const FIRST_YEAR = 1
const LAST_YEAR = 9999

const DAY_MS = 86_400_000

/** Days in a month of the proleptic Gregorian calendar. `month` runs from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Whether year, month and day name a day that exists, from 0001-01-01 to 9999-12-31. */
export function dayExists(year: number, month: number, day: number): boolean {
  return (
    year >= FIRST_YEAR &&
    year <= LAST_YEAR &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  )
}

/** Writes a number with leading zeros: `pad(7, 2)` is `07`. */
export function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

/** Writes an ISO 8601 day, `YYYY-MM-DD`. Does not check that the day exists. */
export function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Days since 1970-01-01 of an ISO day; negative before it. NaN when the text is not an ISO day that exists. */
export function dayNumber(iso: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match || !dayExists(Number(match[1]), Number(match[2]), Number(match[3]))) return NaN
  // The text form, since Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS
}

/** The ISO day of a number of days since 1970-01-01, or null outside the years 1 to 9999. */
export function dayFromNumber(days: number): string | null {
  const date = new Date(days * DAY_MS)
  const year = date.getUTCFullYear()
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null
  return isoDay(year, date.getUTCMonth() + 1, date.getUTCDate())
}

/** The day of the week of an ISO day: 0 is Sunday, 6 is Saturday. NaN when the text is not an ISO day. */
export function weekdayOf(iso: string): number {
  return (((dayNumber(iso) + 4) % 7) + 7) % 7
}
