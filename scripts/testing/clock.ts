import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/paths'

const DAY_MS = 86_400_000

/** How many milliseconds this process is ahead of the real moment, in a run that takes another for now. */
export const SHIFT_MS = Number(process.env.THROUGHLINE_TEST_SHIFT_MS ?? '0')

/**
 * What the clock of the database and of the file system says, which such a run does not move.
 *
 * @returns milliseconds since 1970
 */
export function databaseNow(): number {
  return Date.now() - SHIFT_MS
}

/**
 * The environment in which Node processes, and those that they start, take another day for today,
 * or another moment for now.
 *
 * @param date ISO day, which keeps the time of day, or a moment: `2026-11-27T20:00Z`
 */
export function environmentOn(date: string): Record<string, string> {
  const { NODE_OPTIONS = '' } = process.env
  const now = databaseNow()
  const ahead = Date.parse(date) - now
  if (Number.isNaN(ahead))
    throw new Error(`"${date}" is not a day. Write it as 2028-02-29, or 2026-11-27T20:00Z.`)
  const shift = date.includes('T') ? ahead : ahead + (now % DAY_MS)
  const file = join(root, 'scripts', 'testing', 'shift-clock.mjs')
  const preload = `--import=${pathToFileURL(file).href}`
  return {
    NODE_OPTIONS: NODE_OPTIONS.includes(preload) ? NODE_OPTIONS : `${NODE_OPTIONS} ${preload}`,
    THROUGHLINE_TEST_SHIFT_MS: String(shift),
  }
}
