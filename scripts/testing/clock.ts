import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/paths'

const DAY_MS = 86_400_000

/** How many days this process is ahead of the real day, in a run that takes another day for today. */
export const DAYS_SHIFTED = Number(process.env.THROUGHLINE_TEST_DAYS ?? '0')

/**
 * What the clock of the database and of the file system says, which such a run does not move.
 *
 * @returns milliseconds since 1970
 */
export function databaseNow(): number {
  return Date.now() - DAYS_SHIFTED * DAY_MS
}

/**
 * The environment in which Node processes, and those that they start, take another day for today.
 * The time of day stays.
 *
 * @param date ISO day
 */
export function environmentOn(date: string): Record<string, string> {
  const { NODE_OPTIONS = '' } = process.env
  const days = Math.floor(Date.parse(date) / DAY_MS) - Math.floor(databaseNow() / DAY_MS)
  if (Number.isNaN(days)) throw new Error(`"${date}" is not a day. Write it as 2028-02-29.`)
  const file = join(root, 'scripts', 'testing', 'shift-clock.mjs')
  const preload = `--import=${pathToFileURL(file).href}`
  return {
    NODE_OPTIONS: NODE_OPTIONS.includes(preload) ? NODE_OPTIONS : `${NODE_OPTIONS} ${preload}`,
    THROUGHLINE_TEST_DAYS: String(days),
  }
}
