import Link from 'next/link'
import { LaneMark, type LaneName } from '@/components/ui/lane-mark'
import { Tag } from '@/components/ui/tag'
import { dateInWords } from '@/lib/dates/words'
import type { ThreadItem } from '@/lib/directory'
import { nameList } from '@/lib/kinds/define'
import { kindOf } from '@/lib/kinds/index'
import { entryStatusLabels, stanceLabels } from '@/lib/schemas/words'

const RELATIONS: Record<ThreadItem['relation'], string> = {
  raises: 'Raised',
  repeats: 'Repeated',
  answers: 'Answered',
}

/** The entries that raise, repeat or answer a demand, oldest first, with who did so. */
export function Thread({ items, campaignHref }: { items: ThreadItem[]; campaignHref: string }) {
  if (items.length === 0)
    return <p className="text-muted">No entries raise, repeat or answer it yet.</p>
  return (
    <ol className="divide-hairline border-hairline divide-y border-b">
      {items.map(({ id, relation, stance, at, by, entry }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_1fr]">
          <p className="text-muted">{dateInWords(entry.edtf, { weekday: false })}</p>
          <div className="min-w-0">
            <p>
              <LaneMark lane={laneOf(relation, entry.lane)} labelled className="mr-2 size-3" />
              {relationInWords({ relation, stance, at, by })}
            </p>
            <p>
              <Link href={`${campaignHref}/entries/${entry.id}`}>
                <bdi>{entry.title}</bdi>
              </Link>{' '}
              <span className="text-muted">{kindOf(entry.kind).label}</span>{' '}
              {entry.status !== 'published' && <Tag>{entryStatusLabels[entry.status]}</Tag>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What an entry is to the demand, and by whom; saying nothing is no answer. */
export function relationInWords({
  relation,
  stance,
  at,
  by,
}: Pick<ThreadItem, 'relation' | 'stance' | 'at' | 'by'>): string {
  const who = at ? at : nameList(by)
  if (stance === 'gives_no_reply') return who === '' ? 'No reply' : `No reply from ${who}`
  const words = who === '' ? RELATIONS[relation] : `${RELATIONS[relation]} by ${who}`
  return stance ? `${words}, ${stanceLabels[stance].toLowerCase()}` : words
}

function laneOf(relation: ThreadItem['relation'], lane: LaneName): LaneName {
  return relation === 'answers' ? lane : 'demand'
}
