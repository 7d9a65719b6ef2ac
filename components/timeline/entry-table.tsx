import type { ReactNode } from 'react'
import { EntryDate } from '@/components/entry/entry-date'
import { EntrySigns } from '@/components/ui/entry-signs'
import { LaneMark } from '@/components/ui/lane-mark'
import { LocalMoment } from '@/components/ui/moment'
import { dateBounds } from '@/lib/dates/edtf'
import type { Clock } from '@/lib/dates/moments'
import { kindsInWords, laneLabels } from '@/lib/kinds/index'
import { entryStatusLabels } from '@/lib/schemas/words'
import { CellLink, TitlePencil } from './cells/cell-link'
import { isCell } from '@/lib/timeline/cells'
import { ChooseAll } from './choose-all'
import { RowChoice } from './row-choice'
import {
  tableColumns,
  tableSorts,
  type TableColumn,
  type TableLayout,
  type TableRow,
  type TableSort,
} from '@/lib/timeline/table'

/** Entries as rows; a heading that can sort is a link, and says which way it sorts now. */
export function EntryTable({
  rows,
  layout,
  caption,
  entryHref,
  sortHref,
  editHref,
  clock,
  choose = false,
}: {
  rows: TableRow[]
  layout: TableLayout
  caption: string
  entryHref: (id: string) => string
  sortHref: (sort: TableSort, down: boolean) => string
  /** The campaign's zone and the reader's language, in which moments are shown. */
  clock: Clock
  /** The form of an entry that the reader may change, or null. */
  editHref: (row: TableRow) => string | null
  /** Rows have a box each; the table then stands in a form. */
  choose?: boolean
}) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="relative overflow-x-auto md:max-h-[calc(100vh-8rem)] md:overflow-y-auto"
    >
      <table className="w-full text-left">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-paper sticky top-0 z-10">
          <tr className="shadow-[inset_0_-1px_0_var(--color-ink)]">
            {choose && (
              <td>
                <ChooseAll />
              </td>
            )}
            {layout.columns.map((column) => (
              <Heading key={column} column={column} layout={layout} sortHref={sortHref} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-entry={row.id}
              data-day={dateBounds(row.edtf)?.firstDay}
              className="border-hairline has-checked:bg-wash border-b align-baseline has-checked:shadow-[inset_3px_0_0_var(--color-ink)]"
            >
              {choose && (
                <td className="align-middle">
                  <RowChoice id={row.id} title={row.title} />
                </td>
              )}
              {layout.columns.map((column) => (
                <RowCell
                  key={column}
                  {...{ column, row }}
                  href={entryHref(row.id)}
                  edit={editHref(row)}
                  clock={clock}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function RowCell({
  column,
  row,
  href,
  edit,
  clock,
}: {
  column: TableColumn
  row: TableRow
  href: string
  edit: string | null
  clock: Clock
}) {
  if (column === 'title') {
    return (
      <th scope="row" className="min-w-44 py-2.5 pr-5 font-normal sm:min-w-56">
        <a dir="auto" href={href} className="font-serif font-semibold">
          {row.title}
        </a>
        <EntrySigns signs={row.signs} />
        {edit && <TitlePencil title={row.title} href={edit} />}
      </th>
    )
  }
  const numbers = column === 'crowd' || column === 'sources'
  const content = CELLS[column](row, clock)
  // What only its kind has goes with the kind: that is decided in the form.
  const opens = edit && isCell(column) && !(column === 'kind' && row.hasDetails)
  return (
    <td className={`py-1.5 pr-5 text-sm ${numbers ? 'text-right' : ''}`}>
      {opens ? (
        <CellLink cell={column} title={row.title} label={tableColumns[column]} href={edit}>
          {isBlank(column, row) ? <span className="text-muted">–</span> : content}
        </CellLink>
      ) : (
        content
      )}
    </td>
  )
}

function isBlank(column: TableColumn, { place, tags }: TableRow): boolean {
  return (column === 'place' && place === '') || (column === 'tags' && tags.length === 0)
}

const CELLS: Record<Exclude<TableColumn, 'title'>, (row: TableRow, clock: Clock) => ReactNode> = {
  date: ({ edtf, time }) => (
    <span className="max-sm:inline-block max-sm:max-w-24 sm:whitespace-nowrap">
      <EntryDate entry={{ edtf, time, timeZone: null, firstDay: '', lastDay: '' }} />
    </span>
  ),
  lane: ({ lane }) => (
    <span className="inline-flex items-center gap-1.5">
      <LaneMark lane={lane} /> {laneLabels[lane]}
    </span>
  ),
  kind: (row) => kindsInWords(row),
  place: ({ place }) => <bdi>{place}</bdi>,
  organizations: ({ organizations }) => <bdi>{organizations.join(', ')}</bdi>,
  people: ({ people }) => <bdi>{people.join(', ')}</bdi>,
  demands: ({ demands }) => demands.join(', '),
  crowd: ({ crowdLow, crowdHigh, crowdWords }) => crowdWords || range(crowdLow, crowdHigh),
  tags: ({ tags }) => <bdi>{tags.join(', ')}</bdi>,
  sources: ({ sources }) => sources,
  status: ({ status }) => entryStatusLabels[status],
  updated: ({ updatedAt }, clock) => (
    <span className="whitespace-nowrap">
      <LocalMoment at={updatedAt} clock={clock} />
    </span>
  ),
}

function Heading({
  column,
  layout,
  sortHref,
}: {
  column: TableColumn
  layout: TableLayout
  sortHref: (sort: TableSort, down: boolean) => string
}) {
  const sort = tableSorts.find((name) => name === column)
  const sorted = layout.sort === column
  const label = tableColumns[column]
  return (
    <th
      scope="col"
      aria-sort={sorted ? (layout.down ? 'descending' : 'ascending') : undefined}
      className="pr-5 text-sm font-semibold whitespace-nowrap"
    >
      {sort ? (
        <a
          href={sortHref(sort, sorted ? !layout.down : false)}
          className="inline-flex min-h-11 items-center gap-1 no-underline hover:underline"
        >
          {label}
          {sorted && <span aria-hidden="true">{layout.down ? '↓' : '↑'}</span>}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function range(low: number | null, high: number | null): string {
  if (low === null && high === null) return ''
  if (low === null || high === null || low === high) return (low ?? high ?? 0).toLocaleString('en')
  return `${low.toLocaleString('en')}–${high.toLocaleString('en')}`
}
