import { EntryCard } from '@/components/entry/entry-card'
import { CheckedMeaning } from '@/components/entry/checked'
import { NoteList } from '@/components/entry/notes'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type { EntryAround, SharedDemand, SharedEntry, SharedHead } from '@/lib/shares/record'
import { footnotes } from '@/lib/timeline/footnotes'
import { EntryThread, EntryWays } from './entry-around'
import { SharedDemands } from './shared-demands'
import { fileAlternates, MoreOfRecord, SharedFiles, type OfferedFile } from './shared-files'
import { ShareCite } from './share-cite'
import { PrintedFrom, ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { framed, ShareShell, type CardTerms } from './share-shell'

type Alone = {
  /** The demands that it touches, as they stand. */
  demands: SharedDemand[]
  files: OfferedFile[]
  /** The address of its calendar for programs that subscribe; null where they could not read it. */
  calendar: string | null
  /** The number of the latest edition, or null. */
  edition: number | null
  /** An ISO timestamp: of the demands' statuses too. */
  updatedAt: string
}

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
  alone = null,
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
  /** What stands on the page of a link to this entry alone; null on one of several. */
  alone?: Alone | null
}) {
  const updatedAt = alone?.updatedAt ?? entry.updatedAt
  const day = todayIn(campaign.timeZone, new Date(updatedAt))
  const notes = footnotes([entry])
  return (
    <ShareShell
      title={`${entry.title} · ${campaign.title}`}
      {...{ indexed, card }}
      alternates={[...(alone ? fileAlternates(address, alone.files) : []), ...framed(oembed)]}
    >
      <a className="skip" href="#entry">
        Skip to the entry
      </a>
      <ShareHeader {...{ campaign, publisher, address }} alone={alone !== null} />
      <main id="entry">
        <EntryCard {...{ entry, notes }} level={2} share={address} />
        <NoteList {...notes} />
        <CheckedMeaning entries={[entry]} />
        <p className="quiet">
          Updated <time dateTime={day}>{dateInWords(day)}</time> ·{' '}
          <a href={`${address}/e/${entry.id}/entry.ics`}>Add to a calendar</a>
          {alone && (
            <>
              {' · '}
              <a href={`${address}/changes`}>Corrections and what changed</a>
            </>
          )}
        </p>
        {alone && <SharedDemands demands={alone.demands} address={address} />}
        <EntryThread thread={around.thread} address={address} />
        {url !== null && <ShareCite {...{ campaign, entry, publisher, day, url }} />}
        <EntryWays {...around} address={address} />
        {alone && (
          <>
            <MoreOfRecord {...{ ...alone, address }} plots={false} map={false} query="" />
            <SharedFiles {...{ ...alone, address }} query="" />
          </>
        )}
      </main>
      <ShareFoot {...{ publisher, closed }}>
        <PrintedFrom {...{ url, updatedAt }} edition={alone?.edition ?? null} />
      </ShareFoot>
    </ShareShell>
  )
}
