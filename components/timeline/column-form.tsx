import { Button } from '@/components/ui/button'
import { filterParams, type TimelineFilter } from '@/lib/timeline/filters'
import { tableColumns, type TableColumn, type TableLayout } from '@/lib/timeline/table'
import { CheckList } from './check-list'
import { HiddenParams } from './hidden-params'

/** Which columns the table shows, as a GET form that keeps filter and order. */
export function ColumnForm({
  action,
  filter,
  layout,
}: {
  action: string
  filter: TimelineFilter
  layout: TableLayout
}) {
  const names = (Object.keys(tableColumns) as TableColumn[]).filter((name) => name !== 'title')
  return (
    <details className="chrome mb-4">
      <summary className="min-h-11 py-3">Columns</summary>
      <form action={action} className="bg-wash max-w-sm px-4 py-4" key={layout.columns.join()}>
        <HiddenParams
          params={filterParams(filter)}
          extra={{ sort: layout.sort, dir: layout.down ? 'down' : 'up' }}
        />
        <CheckList
          name="col"
          legend="Beside the title"
          chosen={layout.columns}
          options={names.map((value) => ({ value, label: tableColumns[value], count: null }))}
        />
        <Button type="submit" tone="quiet" className="mt-3">
          Show these columns
        </Button>
      </form>
    </details>
  )
}
