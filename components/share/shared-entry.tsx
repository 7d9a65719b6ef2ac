import { EntryCard } from '@/components/entry/entry-card'
import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedEntry, SharedHead } from '@/lib/shares/record'
import { ShareFoot } from './share-foot'
import { ShareHeader } from './share-header'
import { ShareShell } from './share-shell'

/**
 * One entry as one link shows it; `address` is that of the link's page, `closed` where a
 * cookie keeps it open.
 */
export function SharedEntryPage({
  campaign,
  entry,
  address,
  indexed,
  closed,
}: {
  campaign: SharedHead
  entry: SharedEntry
  address: string
  indexed: boolean
  closed: boolean
}) {
  const day = todayIn(campaign.timeZone, new Date(entry.updatedAt))
  return (
    <ShareShell title={`${entry.title} · ${campaign.title}`} indexed={indexed}>
      <a className="skip" href="#entry">
        Skip to the entry
      </a>
      <ShareHeader campaign={campaign} address={address} />
      <main id="entry">
        <EntryCard entry={entry} level={2} share={address} />
        <p className="quiet">
          Updated <time dateTime={day}>{dateInWords(day)}</time>
        </p>
      </main>
      <ShareFoot closed={closed} />
    </ShareShell>
  )
}
