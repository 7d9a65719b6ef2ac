import 'server-only'
import { timeLeft } from '@/lib/imports/time-left'
import type { Progress } from '../imports/write'

/** Tells a terminal how far an import is, how fast, and how long it still takes; nothing to a file. */
export function showProgress(): Progress {
  const began = performance.now()
  return (written, all) => {
    if (!process.stderr.isTTY) return
    const rate = written / ((performance.now() - began) / 1_000)
    const left = written < all ? `, ${timeLeft((all - written) / rate).toLowerCase()} left` : ''
    const line = `${written} of ${all} rows written, ${Math.round(rate)} a second${left}`
    process.stderr.write(`\r${line.padEnd(70)}${written < all ? '' : '\n'}`)
  }
}
