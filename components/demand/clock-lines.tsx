import { clockInWords, isPending, readClock } from '@/lib/demands/clock'
import type { LedgerCell } from '@/lib/demands/ledger'

/**
 * The response clock of a cell in words. What is settled has no silence to count: it says when it
 * was answered, if it was.
 */
export function ClockLines({ cell, asOf }: { cell: LedgerCell; asOf: string }) {
  const reading = readClock(cell.clock, asOf)
  if (!isPending(cell.standing) && reading.state !== 'answered')
    return <p className="clock">No reply from them is recorded.</p>
  const [first, ...more] = clockInWords(reading)
  return (
    <p className={reading.state === 'silent' ? 'clock clock-silent' : 'clock'}>
      {first}
      {isPending(cell.standing) && more.length > 0 && ` ${more.join(' ')}`}
    </p>
  )
}
