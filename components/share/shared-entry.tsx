import { dateInWords } from '@/lib/dates/words'
import { kindOf, laneLabels } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'
import { Citations } from './citations'
import { SharedClaims } from './shared-claims'
import { SharedFacts } from './shared-facts'
import { SharedInquiries } from './shared-inquiries'
import { SharedVoices } from './shared-voices'
import { TouchedDemands } from './touched-demands'

/**
 * One entry in full, as far as its reader may see it; the data holds nothing else. `demandsPage` is
 * the query of the page that has the demands, empty for this one.
 */
export function SharedEntry({
  entry,
  anchor,
  demandsPage,
}: {
  entry: EntryDto
  anchor: string
  demandsPage: string
}) {
  const disputed = entry.claims.some(({ working }) => !working)
  return (
    <article id={anchor} className={`entry lane-${entry.lane}`} aria-labelledby={`${anchor}-title`}>
      <p className="when">
        {dateInWords(entry.edtf, { time: entry.time, zone: entry.timeZone })}
        {disputed && <span className="mark">sources differ</span>}
      </p>
      <h3 id={`${anchor}-title`} dir="auto">
        {entry.title}
      </h3>
      <p className="kind">
        {laneLabels[entry.lane]}: {kindOf(entry.kind).label}
      </p>
      {entry.sentence && entry.sentence !== entry.title && <p dir="auto">{entry.sentence}</p>}
      {entry.summary && (
        <p className="text" dir="auto">
          {entry.summary}
        </p>
      )}
      <SharedFacts entry={entry} />
      <SharedClaims claims={entry.claims} />
      <TouchedDemands demands={entry.demands} page={demandsPage} />
      <SharedVoices appearances={entry.appearances} />
      <SharedInquiries inquiries={entry.inquiries} />
      <Citations citations={entry.citations} />
    </article>
  )
}
