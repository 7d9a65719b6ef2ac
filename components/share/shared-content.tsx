import { Story } from '@/components/timeline/story'
import type { SharedDemand, SharedEntry } from '@/lib/shares/record'
import { isEmptyFilter } from '@/lib/timeline/filters'
import { SharedDemands } from './shared-demands'
import { TimelineLanes, TimelineOrder, TimelinePages, type Asked } from './timeline-links'

type SharedContentProps = Asked & {
  demands: SharedDemand[]
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  scope: 'campaign' | 'filter' | 'entry' | 'ledger'
  /** Whether it is the first page. */
  first: boolean
  /** The link's path; null where there is no link yet, and nothing for links to lead to. */
  address: string | null
  /** Today in the campaign's zone, ISO. */
  asOf: string
}

/**
 * What a link shows of a campaign: its demands and its timeline. The page of the link and the preview
 * are this one component, so that nothing is shown to readers that was not shown before.
 */
export function SharedContent(props: SharedContentProps) {
  const { demands, page, count, scope, order, filter, first, address, asOf } = props
  const asked = { order, filter }
  return (
    <>
      {first && <SharedDemands {...{ demands, asOf }} />}
      {scope === 'ledger' ? (
        demands.length === 0 && <p>No demand is published here yet.</p>
      ) : (
        <section id="timeline" aria-label="Timeline">
          {address !== null && scope !== 'entry' && <TimelineLanes {...asked} />}
          {address !== null && scope !== 'entry' && <TimelineOrder {...asked} />}
          {scope !== 'entry' && (
            <p className="quiet">{count === 1 ? '1 entry' : `${count} entries`}</p>
          )}
          {page.entries.length === 0 && (
            <p>
              {isEmptyFilter(filter)
                ? 'Nothing is published here yet.'
                : 'Nothing here is of this sort. Choose all lanes to see the rest.'}
            </p>
          )}
          <Story
            entries={page.entries}
            {...(address !== null && { hrefOf: ({ id }: { id: string }) => `${address}/e/${id}` })}
            share={address}
          />
          {address !== null && <TimelinePages {...asked} first={first} next={page.next} />}
        </section>
      )}
    </>
  )
}
