import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { AppError } from '../errors'

/** Whether a text is an ISO day of the calendar. Some days that do not exist are read as a later one. */
export function isIsoDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/**
 * The ISO day whose standings are asked for; by default today in the campaign's time zone.
 *
 * @throws AppError `invalid` for what is not a day.
 */
export function dayAsked(asOf: string | undefined, timeZone: string): string {
  if (asOf === undefined) return todayIn(timeZone)
  if (isIsoDay(asOf)) return asOf
  throw new AppError('invalid', 'Give the day as year, month and day, such as 2026-01-01.', [
    'asOf',
  ])
}
