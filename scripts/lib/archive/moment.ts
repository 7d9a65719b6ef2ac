import { existsSync } from 'node:fs'
import { listStretches, type Stretch } from './stretch'
import { Trouble } from '../trouble'

const WRITTEN =
  /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?) ?(?:Z|([+-])(0\d|1[0-4])(?::?([0-5]\d))?)$/

/**
 * Reads a moment as a person writes it, with its time zone.
 *
 * @throws Trouble for anything else
 */
export function momentOf(text: string): Date {
  const [, day = '', time = '', sign, hours = '0', minutes = '0'] = WRITTEN.exec(text.trim()) ?? []
  const local = new Date(`${day}T${time}Z`)
  // There are days that no month has, and that are read as the days after it.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(day))
    throw new Trouble(
      `"${text}" is no moment. Write the day, the time and the time zone: --at "2026-11-28 17:29:05+00"`,
    )
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000
  return new Date(local.getTime() + (sign === '-' ? ahead : -ahead))
}

/** What is read of an archive to take a database back to a moment. */
export type Found = {
  folder: string
  stretch: Stretch
  base: Stretch['bases'][number]
  /** The log is read up to here at most. */
  end: string
}

/**
 * Finds what an archive has of a moment.
 *
 * @throws Trouble that says which moments it has, where this is none of them
 */
export async function findMoment(archive: string, moment: Date): Promise<Found> {
  const stretches = existsSync(archive) ? await listStretches(archive) : []
  const at = moment.toISOString()
  for (const { folder, stretch } of stretches.toReversed()) {
    if (at > stretch.until) continue
    const index = stretch.bases.findLastIndex((base) => base.at <= at)
    const base = stretch.bases[index]
    if (base)
      return { folder, stretch, base, end: stretch.bases[index + 1]?.end ?? stretch.through }
  }
  const ranges = stretches.flatMap(({ stretch: { bases, until } }) =>
    bases[0] ? `from ${inWords(bases[0].at, 'after')} to ${inWords(until, 'before')}` : [],
  )
  if (ranges.length === 0)
    throw new Trouble(
      `There is no archive in ${archive}. Name the folder "archive" of the old data folder, or a copy of it.`,
    )
  throw new Trouble(
    `The archive has nothing of ${inWords(at, 'before')}. It reaches ${ranges.join(', and ')}.`,
  )
}

const long = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
})

/** A moment in words, to the second that is not earlier or not later. */
function inWords(at: string, side: 'before' | 'after'): string {
  const seconds = Date.parse(at) / 1_000
  const whole = side === 'before' ? Math.floor(seconds) : Math.ceil(seconds)
  return `${long.format(whole * 1_000).replace(' at ', ', ')} UTC`
}
