import { CheckedMeaning } from '@/components/entry/checked'
import { NoteList } from '@/components/entry/notes'
import { Story } from '@/components/timeline/story'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type { SharedDemand, SharedEntry, SharedFind, SharedOnNow } from '@/lib/shares/record'
import { filterInWords, noNames, type FilterNames } from '@/lib/timeline/filter-words'
import { isEmptyFilter } from '@/lib/timeline/filters'
import { footnotes } from '@/lib/timeline/footnotes'
import { DrawingTable } from './drawing-table'
import { RecordDrawing } from './record-drawing'
import { SharedDemands } from './shared-demands'
import { SharedFindForm } from './shared-find'
import { SharedOnNowList } from './shared-on-now'
import { State } from './shared-state'
import {
  TimelineLanes,
  TimelineOrder,
  TimelinePages,
  TimelineYears,
  type Asked,
} from './timeline-links'

type SharedContentProps = Asked & {
  demands: SharedDemand[]
  drawing: SharedDrawing | null
  find: SharedFind | null
  onNow: SharedOnNow
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
  const { demands, drawing, find, onNow, page, count, scope, order, filter, first, address, asOf } =
    props
  const asked = { order, filter }
  const notes = footnotes(page.entries)
  // Nothing to choose from, to put in order or to count.
  const empty = count === 0 && isEmptyFilter(filter)
  return (
    <>
      {first && scope !== 'entry' && (
        <State {...{ demands, asOf }} count={scope === 'ledger' ? 0 : count} />
      )}
      {drawing && (
        <>
          <RecordDrawing {...{ drawing, address, asked }} />
          <DrawingTable drawing={drawing} />
        </>
      )}
      <SharedOnNowList
        {...onNow}
        heading="On now"
        {...(address !== null && { hrefOf: (id: string) => `${address}/e/${id}` })}
      />
      <div className="beside">
        {first && <SharedDemands {...{ demands, asOf }} />}
        {scope === 'ledger' ? (
          demands.length === 0 && <p>No demands are published here yet.</p>
        ) : (
          <section id="timeline" aria-label="Timeline">
            {address !== null && find && (
              <SharedFindForm {...{ find, demands, address, ...asked }} />
            )}
            {address !== null && find && drawing && (
              <TimelineYears {...asked} periods={drawing.periods} />
            )}
            {address !== null && scope !== 'entry' && !empty && (
              <>
                <TimelineLanes {...asked} />
                <TimelineOrder {...asked} />
              </>
            )}
            {scope !== 'entry' && !empty && (
              <p className="quiet">
                {filterInWords(
                  filter,
                  { shown: count, all: find?.total ?? count },
                  namesOf(demands),
                )}
              </p>
            )}
            {page.entries.length === 0 && (
              <p>
                {isEmptyFilter(filter)
                  ? 'Nothing is published here yet.'
                  : 'No matches. Remove a condition to see more.'}
              </p>
            )}
            <Story
              entries={page.entries}
              {...(address !== null && {
                hrefOf: ({ id }: { id: string }) => `${address}/e/${id}`,
              })}
              {...{ share: address, notes }}
            />
            <NoteList {...notes} />
            <CheckedMeaning entries={page.entries} />
            {address !== null && <TimelinePages {...asked} first={first} next={page.next} />}
          </section>
        )}
      </div>
    </>
  )
}

function namesOf(demands: SharedDemand[]): FilterNames {
  return { ...noNames, demands: new Map(demands.map(({ number, wording }) => [number, wording])) }
}
