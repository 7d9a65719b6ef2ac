import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../lib/paths'

const DAY_MS = 86_400_000

/**
 * The environment in which Node processes, and those that they start, take another day for today.
 * The time of day stays.
 *
 * @param date ISO day
 */
export function environmentOn(date: string): Record<string, string> {
  const { NODE_OPTIONS = '', THROUGHLINE_TEST_DAYS = '0' } = process.env
  const realNow = Date.now() - Number(THROUGHLINE_TEST_DAYS) * DAY_MS
  const days = Math.floor(Date.parse(date) / DAY_MS) - Math.floor(realNow / DAY_MS)
  if (Number.isNaN(days)) throw new Error(`"${date}" is not a day. Write it as 2028-02-29.`)
  const file = join(root, 'scripts', 'testing', 'shift-clock.mjs')
  const preload = `--import=${pathToFileURL(file).href}`
  return {
    NODE_OPTIONS: NODE_OPTIONS.includes(preload) ? NODE_OPTIONS : `${NODE_OPTIONS} ${preload}`,
    THROUGHLINE_TEST_DAYS: String(days),
  }
}
