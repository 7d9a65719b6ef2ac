import type { DateContext, DayOrder } from './context'

/** How a campaign reads dates: its `today`, ISO, the order of day and month, the first day of the week, and the day of a
 * source that dates are taken from; and whether programs wrote them. */
export type DateHabits = Pick<
  DateContext,
  'today' | 'dayOrder' | 'firstWeekday' | 'anchor' | 'isEdtf'
>

/** The same without the day, which is given by itself. */
export type DateSettings = Omit<DateHabits, 'today'>

const FIRST_WEEKDAY: Record<string, number> = { sunday: 0, monday: 1, saturday: 6 }

/** The day of the week on which weeks begin, 0 Sunday to 6 Saturday; null where none is named. */
export function weekdayNamed(weekStart: string): number | null {
  return FIRST_WEEKDAY[weekStart] ?? null
}

/** The habits of a campaign from its settings, on a day in its time zone. */
export function dateHabitsOf(
  { dayOrder, weekStart }: { dayOrder: DayOrder | 'ask'; weekStart: string },
  today: string,
): DateHabits {
  return {
    today,
    dayOrder: dayOrder === 'ask' ? null : dayOrder,
    firstWeekday: weekdayNamed(weekStart),
  }
}
