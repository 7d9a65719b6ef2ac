import { LaneMark } from '@/components/ui/lane-mark'
import { kindsInWords, laneLabels } from '@/lib/kinds/index'
import type { EntryDto } from '@/lib/record'
import { entryStatusLabels } from '@/lib/schemas/words'

/** The lane's mark, the lane and the kind in words, and the status of what is not published. */
export function EntryKindLine({
  entry,
}: {
  entry: Pick<EntryDto, 'lane' | 'kind' | 'alsoKind' | 'status'>
}) {
  return (
    <p className="entry-kind">
      <LaneMark lane={entry.lane} />
      <span>
        {laneLabels[entry.lane]}: {kindsInWords(entry).toLowerCase()}
      </span>
      {entry.status !== 'published' && (
        <span className="status">{entryStatusLabels[entry.status]}</span>
      )}
    </p>
  )
}
