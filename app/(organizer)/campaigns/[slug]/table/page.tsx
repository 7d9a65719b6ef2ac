import type { Metadata } from 'next'
import { ColumnForm } from '@/components/timeline/column-form'
import { EntryTable } from '@/components/timeline/entry-table'
import { NothingFound } from '@/components/timeline/nothing-found'
import { ViewFrame } from '@/components/timeline/view-frame'
import { ButtonLink } from '@/components/ui/button'
import { firstParam, withParams } from '@/lib/timeline/address'
import { filterInWords } from '@/lib/timeline/filter-words'
import { filterParams, readFilter } from '@/lib/timeline/filters'
import { layoutParams, readLayout, type TableLayout } from '@/lib/timeline/table'
import { requireViewer } from '@/server/auth/session'
import { orNotFound } from '@/server/pages'
import { listTable } from '@/server/timeline/table'
import { readFrame } from '@/server/timeline/timeline'

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
    readFrame(viewer, { slug, filter, withChoices: query.panel === 'filters' }),
  )
  const after = firstParam(query, 'after')
  const page = await listTable(viewer, { campaignId: campaign.id, filter, layout, after })
  const path = `/campaigns/${slug}/table`
  const href = (to: TableLayout, next: string | null = null) => {
    const all = new URLSearchParams([...filterParams(filter), ...layoutParams(to)])
    return withParams(path, all, { after: next })
  }
  return (
    <ViewFrame
      slug={slug}
      view="table"
      filter={filter}
      {...{ names, counts, shown, choices, saved }}
      keep={{ sort: layout.sort, dir: layout.down ? 'down' : 'up' }}
      mayLog={viewer.role !== 'viewer'}
    >
      <ColumnForm action={path} filter={filter} layout={layout} />
      {page.rows.length === 0 ? (
        <NothingFound slug={slug} view="table" filter={filter} some={shown.all > 0} />
      ) : (
        <EntryTable
          rows={page.rows}
          layout={layout}
          caption={filterInWords(filter, { shown: shown.all, all: counts.all }, names)}
          entryHref={(id) => `/campaigns/${slug}/entries/${id}`}
          sortHref={(sort, down) => href({ ...layout, sort, down })}
        />
      )}
      <nav aria-label="Pages of the table" className="chrome mt-6 flex flex-wrap gap-3">
        {after && (
          <ButtonLink tone="quiet" prefetch={false} href={href(layout)}>
            First page
          </ButtonLink>
        )}
        {page.next && (
          <ButtonLink tone="quiet" prefetch={false} href={href(layout, page.next)} rel="next">
            Next page
          </ButtonLink>
        )}
      </nav>
    </ViewFrame>
  )
}
