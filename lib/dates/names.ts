/** Full English names of the months, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Full English names of the days of the week, Sunday first as in `Date`. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** English names of the seasons 21 to 24 of ISO 8601-2. */
export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const

/** Name of a month, 1 to 12, in full or in its first three letters. */
export function monthName(month: number, length: 'full' | 'short' = 'full'): string {
  const name = MONTHS[month - 1] ?? ''
  return length === 'full' ? name : name.slice(0, 3)
}
