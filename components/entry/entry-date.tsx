import { dateInWords, isExact, isKnownToTheDay } from '@/lib/dates/words'
import { differingFields } from '@/lib/entries/disagreement'
import type { EntryDto } from '@/lib/record'

type Dated = Pick<EntryDto, 'edtf' | 'time' | 'timeZone' | 'firstDay' | 'lastDay'> & {
  claims?: EntryDto['claims']
}

/**
 * The working date in words. One that is not known to the day carries a bar with soft ends, and one on
 * which sources differ says so; neither relies on colour.
 */
export function EntryDate({ entry }: { entry: Dated }) {
  const words = dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })
  const differ = differingFields(entry.claims ?? []).includes('date')
  const machine = isExact(entry.edtf) ? entry.edtf : undefined
  return (
    <span className="entry-date">
      {machine ? (
        <time dateTime={entry.time ? `${machine}T${entry.time}` : machine}>{words}</time>
      ) : (
        <span className={isKnownToTheDay(entry.edtf) ? undefined : 'date-soft'}>{words}</span>
      )}
      {differ && <span className="differ">sources differ</span>}
    </span>
  )
}
