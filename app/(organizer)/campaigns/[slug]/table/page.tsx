import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CellEditing } from '@/components/timeline/cells/cell-editing'
import { BulkForm } from '@/components/timeline/bulk-form'
import { ColumnForm } from '@/components/timeline/column-form'
import { EntryTable } from '@/components/timeline/entry-table'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { UndoNotice } from '@/components/trash/undo-notice'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { todayIn } from '@/lib/dates/days'
import { dateHabitsOf } from '@/lib/dates/habits'
import { firstParam, withParams } from '@/lib/timeline/address'
import { filterInWords } from '@/lib/timeline/filter-words'
import { readPanel } from '@/lib/timeline/facets'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { layoutParams, readLayout, type TableLayout } from '@/lib/timeline/table'
import { clockIn, requireViewer } from '@/server/auth/session'
import { mayChange, mayPublish } from '@/server/auth/viewer'
import { getCampaign } from '@/server/campaigns/queries'
import { orNotFound } from '@/server/pages'
import { mayShare } from '@/server/shares/links/may-share'
import { listTable } from '@/server/timeline/table'
import { readFrame } from '@/server/timeline/timeline'
import { saveCell } from '../entries/actions'
import { changeChosen, openCell, undoChosen } from './actions'

export const metadata: Metadata = { title: 'Table' }

export default async function TablePage({
  params,
  searchParams,
}: PageProps<'/campaigns/[slug]/table'>) {
  const viewer = await requireViewer()
  const { slug } = await params
  const query = await searchParams
  const filter = readFilter(query)
  const layout = readLayout(query)
  const { campaign, names, counts, shown, choices, saved } = await orNotFound(
    readFrame(viewer, { slug, filter, panel: readPanel(query) }),
  )
  const dates = await orNotFound(getCampaign(viewer, slug))
  const after = firstParam(query, 'after')
  const page = await listTable(viewer, { campaignId: campaign.id, filter, layout, after })
  const path = `/campaigns/${slug}/table`
  const href = (to: TableLayout, next: string | null = null) => {
    const all = new URLSearchParams([...filterParams(filter), ...layoutParams(to)])
    return withParams(path, all, { after: next })
  }
  const here = href(layout, after ?? null)
  const chosen = (table: ReactNode) =>
    viewer.role === 'viewer' ? (
      table
    ) : (
      <BulkForm
        action={changeChosen.bind(null, { campaignId: campaign.id, here })}
        mayPublish={mayPublish(viewer)}
      >
        <CellEditing
          where={{ slug, habits: dateHabitsOf(dates, todayIn(campaign.timeZone)) }}
          read={openCell}
          save={saveCell}
        >
          {table}
        </CellEditing>
      </BulkForm>
    )
  return (
    <ViewFrame
      slug={slug}
      view="table"
      filter={filter}
      {...{ names, counts, shown, choices, saved }}
      keep={{ sort: layout.sort, dir: layout.down ? 'down' : 'up' }}
      mayLog={viewer.role !== 'viewer'}
      mayShare={mayShare(viewer)}
    >
      <Changed
        undo={firstParam(query, 'undo')}
        count={Number(firstParam(query, 'changed'))}
        did={firstParam(query, 'did') ?? ''}
        undone={firstParam(query, 'undone')}
        left={Number(firstParam(query, 'left'))}
        here={here}
      />
      <ColumnForm action={path} filter={filter} layout={layout} />
      {page.rows.length === 0 ? (
        <NothingFound slug={slug} view="table" filter={filter} some={shown.all > 0} />
      ) : (
        chosen(
          <EntryTable
            rows={page.rows}
            layout={layout}
            caption={filterInWords(filter, { shown: shown.all, all: counts.all }, names)}
            clock={await clockIn(campaign.timeZone)}
            editHref={(row) =>
              mayChange(viewer, row) ? `/campaigns/${slug}/entries/${row.id}/edit` : null
            }
            entryHref={(id) => `/campaigns/${slug}/entries/${id}`}
            sortHref={(sort, down) => href({ ...layout, sort, down })}
            choose={viewer.role !== 'viewer'}
          />,
        )
      )}
      <nav aria-label="Pages of the table" className="chrome mt-6 flex flex-wrap gap-3">
        {after && (
          <ButtonLink tone="quiet" href={href(layout)}>
            First page
          </ButtonLink>
        )}
        {page.next && (
          <ButtonLink tone="quiet" href={href(layout, page.next)} rel="next">
            Next page
          </ButtonLink>
        )}
      </nav>
    </ViewFrame>
  )
}

function Changed({
  undo,
  count,
  did,
  undone,
  left,
  here,
}: {
  undo: string | null
  count: number
  /** What was done to them, a key of DONE; anything else is said as a change. */
  did: string
  undone: string | null
  left: number
  here: string
}) {
  if (undo) {
    return (
      <UndoNotice
        title={`${entriesInWords(count)} ${DONE.get(did) ?? 'changed'}.`}
        undo={undoChosen.bind(null, { here })}
        values={{ undo }}
      />
    )
  }
  if (undone === null) return null
  return (
    <div className="chrome mb-6">
      <Notice tone="success" live>
        {entriesInWords(Number(undone))} restored.
        {left > 0 && ` ${entriesInWords(left)} changed again since, and left unchanged.`}
      </Notice>
    </div>
  )
}

const DONE = new Map([
  ['tag', 'tagged'],
  ['untag', 'untagged'],
  ['review', 'sent to review'],
  ['publish', 'published'],
  ['trash', 'moved to trash'],
])

function entriesInWords(n: number): string {
  return n === 1 ? '1 entry' : `${n.toLocaleString('en')} entries`
}
