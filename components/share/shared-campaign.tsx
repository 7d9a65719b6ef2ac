import { todayIn } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import type { CampaignHead, DemandDto, EntryPage } from '@/lib/record'
import { SharedDemands } from './shared-demands'
import { SharedEntry } from './shared-entry'
import { ShareShell } from './share-shell'

type Order = 'newest' | 'oldest'

/** A campaign as one link shows it: the demands, a page of the timeline, and what a reader should know. */
export function SharedCampaign({
  campaign,
  demands,
  page,
  updatedAt,
  order,
  first,
}: {
  campaign: CampaignHead
  demands: DemandDto[]
  page: EntryPage
  updatedAt: string
  order: Order
  first: boolean
}) {
  const anchors = new Map(page.entries.map((entry, index) => [entry.id, `entry-${index + 1}`]))
  const updated = todayIn(campaign.timeZone, new Date(updatedAt))
  return (
    <ShareShell title={campaign.title}>
      <a className="skip" href="#timeline">
        Skip to the timeline
      </a>
      <header>
        <p className="label">Campaign record</p>
        <h1 dir="auto">{campaign.title}</h1>
        {campaign.summary && (
          <p className="text lead" dir="auto">
            {campaign.summary}
          </p>
        )}
        <p className="updated">
          Updated <time dateTime={updated}>{dateInWords(updated)}</time>
        </p>
      </header>
      <main>
        {first && <SharedDemands demands={demands} anchors={anchors} />}
        <section aria-labelledby="timeline">
          <h2 id="timeline">Timeline</h2>
          <Orders order={order} />
          {page.entries.length === 0 && <p>Nothing is published here yet.</p>}
          {page.entries.map((entry) => (
            <SharedEntry
              key={entry.id}
              entry={entry}
              anchor={anchors.get(entry.id) ?? ''}
              demandsPage={first ? '' : `?order=${order}`}
            />
          ))}
          <Pages order={order} first={first} next={page.next} />
        </section>
      </main>
      <footer>
        <p>
          Nobody is tracked here: this page has no script, sets no cookie, and keeps no note of who
          reads it.
        </p>
        <p>
          Dates are as exact as the sources allow. What somebody said is theirs; this record says
          who said it and where.
        </p>
        <p>Kept with Throughline.</p>
      </footer>
    </ShareShell>
  )
}

const ORDERS: Record<Order, string> = { newest: 'Newest first', oldest: 'Oldest first' }

function Orders({ order }: { order: Order }) {
  return (
    <nav className="orders" aria-label="Order of the timeline">
      {(['newest', 'oldest'] as const).map((one) => (
        <a key={one} href={`?order=${one}#timeline`} aria-current={one === order || undefined}>
          {ORDERS[one]}
        </a>
      ))}
    </nav>
  )
}

function Pages({ order, first, next }: { order: Order; first: boolean; next: string | null }) {
  if (first && !next) return null
  return (
    <nav className="pages" aria-label="Pages of the timeline">
      {!first && <a href={`?order=${order}#timeline`}>First page</a>}
      {next && (
        <a href={`?order=${order}&after=${next}#timeline`} rel="next">
          {order === 'newest' ? 'Earlier entries' : 'Later entries'}
        </a>
      )}
    </nav>
  )
}
