import { CheckedMeaning } from '@/components/entry/checked'
import { NoteList } from '@/components/entry/notes'
import { Story } from '@/components/timeline/story'
import type { SharedDrawing } from '@/lib/shares/drawing/drawing'
import type {
  SharedDemand,
  SharedEntry,
  SharedFind,
  SharedOnNow,
  SharedRequests,
} from '@/lib/shares/record'
import { filterInWords, type FilterNames } from '@/lib/timeline/filter-words'
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

/** So few entries are read, not filtered; how many there are stands in the record's state. */
const SHORT = 12

type SharedContentProps = Asked & {
  demands: SharedDemand[]
  /** The one demand that it is about, or null. */
  subject: SharedDemand | null
  /** How many requests are unanswered; null where that is not known of the whole record. */
  requests: SharedRequests | null
  drawing: SharedDrawing | null
  find: SharedFind | null
  onNow: SharedOnNow
  page: { entries: SharedEntry[]; next: string | null }
  count: number
  scope: 'campaign' | 'filter' | 'entry' | 'ledger'
  /** Whether it is the first page. */
  first: boolean
  /** Whether all entries were asked for at once. */
  whole?: boolean
  /** What the ids in the filter are called. */
  filterNames: FilterNames
  /** The link's path. */
  address: string
  /** Today in the campaign's zone, ISO. */
  asOf: string
}

/** What a link shows of a campaign: its demands and its timeline. */
export function SharedContent(props: SharedContentProps) {
  const {
    demands,
    subject,
    requests,
    drawing,
    find,
    onNow,
    page,
    count,
    scope,
    order,
    filter,
    filterNames,
    first,
    whole = false,
    address,
    asOf,
  } = props
  const asked = { order, filter }
  const notes = footnotes(page.entries)
  // Nothing to choose from, to put in order or to count.
  const empty = count === 0 && isEmptyFilter(filter)
  const short = count <= SHORT && isEmptyFilter(filter)
  return (
    <>
      {first && scope !== 'entry' && (
        <State {...{ demands, requests, asOf }} count={scope === 'ledger' ? 0 : count} />
      )}
      {drawing && (
        <>
          <RecordDrawing {...{ drawing, address, asked }} />
          <DrawingTable drawing={drawing} />
        </>
      )}
      <SharedOnNowList {...onNow} heading="On now" hrefOf={(id) => `${address}/e/${id}`} />
      <div className="beside">
        {first && (
          <SharedDemands
            {...{ demands, asOf, address }}
            listed={scope !== 'ledger' && scope !== 'entry' && !subject}
          />
        )}
        {scope === 'ledger' ? (
          demands.length === 0 && <p>No demands are published here yet.</p>
        ) : (
          <section id="timeline" aria-label="Timeline">
            {find && <SharedFindForm {...{ find, demands, address, ...asked }} />}
            {find && drawing && <TimelineYears {...asked} periods={drawing.periods} />}
            {scope !== 'entry' && !empty && (
              <div className="controls">
                {!short && <TimelineLanes {...asked} kinds={find?.kinds ?? null} />}
                <TimelineOrder {...asked} />
              </div>
            )}
            {scope !== 'entry' && !empty && !short && (
              <p className="quiet">
                {filterInWords(
                  filter,
                  { shown: count, all: find?.total ?? count },
                  { ...filterNames, demands: wordingsOf(demands) },
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
              hrefOf={({ id }) => `${address}/e/${id}`}
              {...{ share: address, notes }}
            />
            <NoteList {...notes} />
            <CheckedMeaning entries={page.entries} />
            <TimelinePages
              {...asked}
              {...{ first, whole, count, next: page.next }}
              shown={page.entries.length}
            />
          </section>
        )}
      </div>
    </>
  )
}

function wordingsOf(demands: SharedDemand[]): FilterNames['demands'] {
  return new Map(demands.map(({ number, wording }) => [number, wording]))
}
