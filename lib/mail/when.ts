import { isKeyOf } from '../keys'
import { dayFromNumber, dayNumber } from '../dates/calendar'
import { instantsOf, todayIn } from '../dates/days'

/** When somebody wants mail about their notifications. */
export const mailWhenLabels = {
  never: 'Never',
  at_once: 'As they come',
  daily: 'Once a day',
} as const
export type MailWhen = keyof typeof mailWhenLabels

/** What one person chose; the hour is that of their own zone, for mail once a day. */
export type MailChoice = { mailWhen: MailWhen; mailHour: number }

/** The word that is stored, as what it stands for. */
export function mailWhenOf(word: string): MailWhen {
  return isKeyOf(mailWhenLabels, word) ? word : 'never'
}

/** An hour as a clock shows it. */
export const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`

const PAUSE_MS = 5 * 60_000

/**
 * When a mail about something that happens now goes out: at the chosen hour, once on each day, or at
 * once, but not sooner than five minutes after the one before, so that many at once are one mail.
 *
 * @param before when the last mail to this person went out or was to.
 */
export function mailTime(
  choice: { mailWhen: 'at_once' | 'daily'; mailHour: number; timeZone: string },
  now: Date,
  before: Date | null,
): Date {
  if (choice.mailWhen === 'daily') return nextAt(choice.mailHour, choice.timeZone || 'UTC', now)
  return new Date(Math.max(now.getTime(), before ? before.getTime() + PAUSE_MS : 0))
}

// An hour that a change of clocks skips is the next one on that day; of one that comes twice it is the first.
function nextAt(hour: number, zone: string, now: Date): Date {
  let day = todayIn(zone, now)
  for (let tries = 0; tries < 4; tries += 1) {
    const [moment] =
      [0, 1, 2]
        .map((more) => hour + more)
        .filter((one) => one < 24)
        .map((one) => instantsOf(day, hourText(one), zone))
        .find((moments) => moments.length > 0) ?? []
    if (moment !== undefined && moment > now.getTime()) return new Date(moment)
    day = dayFromNumber(dayNumber(day) + 1) ?? day
  }
  return now
}
