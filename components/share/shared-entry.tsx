import { EntryCard } from '@/components/entry/entry-card'
import { CheckedMeaning } from '@/components/entry/checked'
import { NoteList } from '@/components/entry/notes'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { EntryAround, SharedEntry, SharedHead } from '@/lib/shares/record'
import { footnotes } from '@/lib/timeline/footnotes'
import { EntryThread, EntryWays } from './entry-around'
import { ShareCite } from './share-cite'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { framed, ShareShell, type CardTerms } from './share-shell'

/**
 * One entry as one link shows it; `address` is that of the link's page, `closed` where a
 * cookie keeps it open.
 */
export function SharedEntryPage({
  campaign,
  entry,
  around,
  publisher,
  address,
  url,
  indexed,
  card,
  oembed,
  closed,
}: {
  campaign: SharedHead
  entry: SharedEntry
  around: EntryAround
  publisher: SharedPublisher | null
  address: string
  /** Its address for others, or null where it opens for nobody else. */
  url: string | null
  indexed: boolean
  card: CardTerms | null
  /** Where sites find how to frame it, or null where none may. */
  oembed: string | null
  closed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(entry.updatedAt))
  const notes = footnotes([entry])
  return (
    <ShareShell
      title={`${entry.title} · ${campaign.title}`}
      {...{ indexed, card }}
      alternates={framed(oembed)}
    >
      <a className="skip" href="#entry">
        Skip to the entry
      </a>
      <ShareHeader {...{ campaign, publisher, address }} />
      <main id="entry">
        <EntryCard {...{ entry, notes }} level={2} share={address} />
        <NoteList {...notes} />
        <CheckedMeaning entries={[entry]} />
        <p className="quiet">
          Updated <time dateTime={day}>{dateInWords(day)}</time> ·{' '}
          <a href={`${address}/e/${entry.id}/entry.ics`}>Add to a calendar</a>
        </p>
        <EntryThread thread={around.thread} address={address} />
        {url !== null && <ShareCite {...{ campaign, entry, publisher, day, url }} />}
        <EntryWays {...around} address={address} />
      </main>
      <ShareFoot {...{ publisher, closed, url }} />
    </ShareShell>
  )
}
