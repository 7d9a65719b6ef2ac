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
} from '@/lib/shares/record'
import { isEmptyFilter } from '@/lib/timeline/filters'
import { PublisherMark } from './publisher-mark'
import { ShareCite } from './share-cite'
import { SharedContent } from './shared-content'
import { ShareFoot } from './share-foot'
import { SharedFiles, type OfferedFile } from './shared-files'
import { framed, ShareShell, type CardTerms } from './share-shell'
import { askedQuery, type Asked } from './timeline-links'

type SharedCampaignProps = Asked & {
  campaign: SharedHead
  publisher: SharedPublisher | null
  demands: SharedDemand[]
  drawing: SharedDrawing | null
  find: SharedFind | null
  onNow: SharedOnNow
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  updatedAt: string
  scope: 'campaign' | 'filter' | 'entry' | 'ledger'
  first: boolean
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
  /** The address of its calendar for programs that subscribe. */
  calendar: string
  /** The number of the latest edition, or null. */
  edition: number | null
  /** Whether the link has plots. */
  plots: boolean
}

/**
 * A campaign as one link shows it. `updatedAt` is an ISO timestamp, `count` is of what the reader
 * asked for, `first` is the first page, `address` is the link's path.
 */
export function SharedCampaign(props: SharedCampaignProps) {
  const { campaign, publisher, scope, filter, address, url, files } = props
  const day = todayIn(campaign.timeZone, new Date(props.updatedAt))
  const narrowed = askedQuery({ order: 'newest', filter })
  const empty = props.count === 0 && props.demands.length === 0 && isEmptyFilter(filter)
  return (
    <ShareShell
      title={campaign.title}
      indexed={props.indexed}
      card={props.card}
      alternates={[...alternates(props), ...framed(props.oembed)]}
    >
      <a className="skip" href={scope === 'ledger' ? '#demands' : '#timeline'}>
        {scope === 'ledger' ? 'Skip to the demands' : 'Skip to the timeline'}
      </a>
      <Head {...props} day={day} />
      <main>
        <SharedContent {...props} asOf={todayIn(campaign.timeZone)} />
        {!empty && <More {...props} />}
        {/* Of a record that holds nothing yet one can only wait for news. */}
        <SharedFiles
          {...{ address, query: narrowed }}
          files={empty ? files.filter(({ name }) => name === 'feed.atom') : files}
          calendar={props.closed ? null : props.calendar}
        />
      </main>
      {url !== null && <ShareCite {...{ campaign, publisher, day, url }} />}
      <ShareFoot {...{ publisher, url }} closed={props.closed} />
    </ShareShell>
  )
}

function alternates({ address, files }: SharedCampaignProps) {
  const types: Record<string, string> = {
    'feed.atom': 'application/atom+xml',
    'calendar.ics': 'text/calendar',
    'record.jsonld': 'application/ld+json',
  }
  return files.flatMap(({ name, label }) => {
    const type = types[name]
    return type ? [{ href: `${address}/${name}`, type, title: label }] : []
  })
}

function Head({ campaign, publisher, day, address, scope }: SharedCampaignProps & { day: string }) {
  return (
    <header>
      <p className="quiet">
        <PublisherMark publisher={publisher} at={address} />
        Campaign record
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
        <bdi>{campaign.title}</bdi>
      </h1>
      {campaign.summary && (
        <p className="lead" dir="auto">
          {campaign.summary}
        </p>
      )}
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

function More({ address, edition, plots, filter }: SharedCampaignProps) {
  const narrowed = askedQuery({ order: 'newest', filter })
  if (!plots && edition === null) return null
  return (
    <nav aria-label="More of this record">
      {plots && <a href={`${address}/plots${narrowed && `?${narrowed}`}`}>Plots of this record</a>}
      {edition !== null && <a href={`${address}/editions`}>Editions</a>}
      {edition !== null && (
        <a href={`${address}/editions/${edition}#since`}>Since edition {edition}</a>
      )}
    </nav>
  )
}
