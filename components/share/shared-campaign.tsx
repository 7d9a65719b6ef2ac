import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type { SharedPublisher } from '@/lib/shares/publisher'
import type {
  SharedDemand,
  SharedEntry,
  SharedFind,
  SharedHead,
  SharedOnNow,
  SharedRequests,
} from '@/lib/shares/record'
import type { FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter } from '@/lib/timeline/filters'
import { PublisherMark } from './publisher-mark'
import { ShareCite } from './share-cite'
import { SharedContent } from './shared-content'
import { PrintedFrom, ShareFoot } from './share-foot'
import { fileAlternates, MoreOfRecord, SharedFiles, type OfferedFile } from './shared-files'
import { framed, ShareShell, type CardTerms } from './share-shell'
import { askedQuery, type Asked } from './timeline-links'

type SharedCampaignProps = Asked & {
  campaign: SharedHead
  publisher: SharedPublisher | null
  demands: SharedDemand[]
  /** The one demand that it is about, or null. */
  subject: SharedDemand | null
  /** How many requests are unanswered; null where that is not known of the whole record. */
  requests: SharedRequests | null
  drawing: SharedDrawing | null
  find: SharedFind | null
  onNow: SharedOnNow
  /** What the ids in the filter are called. */
  filterNames: FilterNames
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  updatedAt: string
  scope: 'campaign' | 'filter' | 'entry' | 'ledger'
  first: boolean
  /** Whether all entries were asked for at once. */
  whole: boolean
  address: string
  /** Its address for others, or null where it opens for nobody else. */
  url: string | null
  files: OfferedFile[]
  indexed: boolean
  card: CardTerms | null
  /** Where sites find how to frame it, or null where none may. */
  oembed: string | null
  /** Whether a cookie keeps it open. */
  closed: boolean
  /** The address of its calendar for programs that subscribe; null where they could not read it. */
  calendar: string | null
  /** The number of the latest edition, or null. */
  edition: number | null
  /** Whether the link has plots. */
  plots: boolean
  /** Whether it has a map. */
  map: boolean
}

/**
 * A campaign as one link shows it. `updatedAt` is an ISO timestamp, `count` is of what the reader
 * asked for, `first` is the first page, `address` is the link's path.
 */
export function SharedCampaign(props: SharedCampaignProps) {
  const { campaign, subject, publisher, scope, filter, address, url, files } = props
  const day = todayIn(campaign.timeZone, new Date(props.updatedAt))
  const narrowed = askedQuery({ order: 'newest', filter })
  const empty = props.count === 0 && props.demands.length === 0 && isEmptyFilter(filter)
  return (
    <ShareShell
      title={subject ? `${subject.wording} · ${campaign.title}` : campaign.title}
      indexed={props.indexed}
      card={props.card}
      alternates={[...fileAlternates(address, files), ...framed(props.oembed)]}
    >
      <a className="skip" href={scope === 'ledger' ? '#demands' : '#timeline'}>
        {scope === 'ledger' ? 'Skip to the demands' : 'Skip to the timeline'}
      </a>
      <Head {...props} day={day} />
      <main>
        <SharedContent {...props} asOf={todayIn(campaign.timeZone)} />
        {!empty && <MoreOfRecord {...props} query={narrowed} />}
        {/* Of a record that holds nothing yet one can only wait for news. */}
        <SharedFiles
          {...{ address, query: narrowed }}
          files={empty ? files.filter(({ name }) => name === 'feed.atom') : files}
          calendar={props.calendar}
        />
      </main>
      {url !== null && <ShareCite {...{ campaign, subject, publisher, day, url }} />}
      <ShareFoot publisher={publisher} closed={props.closed}>
        <PrintedFrom {...{ url, updatedAt: props.updatedAt, edition: props.edition }} />
      </ShareFoot>
    </ShareShell>
  )
}

/** What a page shows where that is not all of its record; how much else there is it does not say. */
const parts: Partial<Record<SharedCampaignProps['scope'], string>> = {
  filter: 'This page shows a part of the record: a choice of its entries.',
  ledger: 'This page shows the demands of the record, without its timeline.',
}

function Head(props: SharedCampaignProps & { day: string }) {
  const { campaign, subject, publisher, day, address, scope } = props
  return (
    <header>
      <p className="quiet">
        <PublisherMark publisher={publisher} at={address} />
        {subject ? (
          <>
            One demand of the campaign record “<bdi>{campaign.title}</bdi>”
          </>
        ) : (
          'Campaign record'
        )}
        {publisher?.name && (
          <>
            {' · published by '}
            <a href="#publisher">
              <bdi>{publisher.name}</bdi>
            </a>
          </>
        )}
      </p>
      <h1>
        <bdi>{subject?.wording ?? campaign.title}</bdi>
      </h1>
      {!subject && campaign.summary && (
        <p className="lead" dir="auto">
          {campaign.summary}
        </p>
      )}
      {parts[scope] && !subject && <p>{parts[scope]}</p>}
      <p className="quiet">
        Updated <time dateTime={day}>{dateInWords(day)}</time>
        {scope !== 'ledger' && (
          <>
            {' · '}
            <a href={`${address}/changes`}>Corrections and what changed</a>
          </>
        )}
      </p>
    </header>
  )
}
