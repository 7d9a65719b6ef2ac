import { clockInWords, countsSilence, isPending, readClock } from '@/lib/demands/clock'
import type { LedgerCell } from '@/lib/demands/ledger'

/**
 * The response clock of a cell in words. What is settled has no silence to count: it says when it
 * was answered, if it was. A standing that says more than that it is open stands beside no silence.
 */
export function ClockLines({ cell, asOf }: { cell: LedgerCell; asOf: string }) {
  const reading = readClock(cell.clock, asOf)
  if (reading.state !== 'answered' && !countsSilence(cell.standing)) return null
  const [first, ...more] = clockInWords(reading)
  return (
    <p className={reading.state === 'silent' ? 'clock clock-silent' : 'clock'}>
      {first}
      {isPending(cell.standing) && more.length > 0 && ` ${more.join(' ')}`}
    </p>
  )
}
