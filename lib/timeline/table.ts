import type { EntrySign } from '../entries/signs'
import type { EntryKind, Lane } from '../kinds/names'
import type { EntryStatus } from '../schemas/words'
import type { Params } from './filters'

/** The table's columns by their name in the address; the title is always there. */
export const tableColumns = {
  date: 'Date',
  title: 'Title',
  lane: 'Lane',
  kind: 'Kind',
  place: 'Place',
  organizations: 'Organizations',
  people: 'People',
  demands: 'Demands',
  crowd: 'Crowd',
  tags: 'Tags',
  sources: 'Sources',
  status: 'Status',
  updated: 'Last changed',
} as const
export type TableColumn = keyof typeof tableColumns

export const tableSorts = [
  'date',
  'title',
  'lane',
  'kind',
  'place',
  'crowd',
  'status',
  'updated',
] as const
export type TableSort = (typeof tableSorts)[number]

/** How a table is laid out; `down` sorts from the last to the first. */
export type TableLayout = { columns: TableColumn[]; sort: TableSort; down: boolean }

export const usualColumns: readonly TableColumn[] = [
  'date',
  'title',
  'lane',
  'kind',
  'place',
  'organizations',
  'sources',
]

/** One row; days are ISO, `updatedAt` is an ISO timestamp. */
export type TableRow = {
  id: string
  title: string
  edtf: string
  time: string | null
  lane: Lane
  kind: EntryKind
  alsoKind: EntryKind | null
  place: string
  status: EntryStatus
  crowdLow: number | null
  crowdHigh: number | null
  crowdWords: string
  tags: string[]
  updatedAt: string
  organizations: string[]
  people: string[]
  demands: number[]
  sources: number
  /** Whether it holds what only its kind has. */
  hasDetails: boolean
  /** What stands beside its title. */
  signs: EntrySign[]
}

/** Reads a layout from an address; what is unknown counts as not said. */
export function readLayout(params: Params): TableLayout {
  const search = params instanceof URLSearchParams ? params : null
  const all = (name: string): string[] => {
    if (search) return search.getAll(name)
    const value = (params as Record<string, string | string[] | undefined>)[name]
    return value === undefined ? [] : Array.isArray(value) ? value : [value]
  }
  const names = Object.keys(tableColumns) as TableColumn[]
  const columns = names.filter((name) => all('col').includes(name))
  const sort = tableSorts.find((name) => all('sort')[0] === name) ?? 'date'
  const asked = all('dir')[0]
  return {
    columns: names.filter(
      (name) => name === 'title' || (columns.length > 0 ? columns : usualColumns).includes(name),
    ),
    sort,
    down: asked === 'down' || (asked !== 'up' && (sort === 'date' || sort === 'updated')),
  }
}

/** The parameters that `readLayout` reads back as the same layout. */
export function layoutParams({ columns, sort, down }: TableLayout): URLSearchParams {
  const params = new URLSearchParams()
  const usual =
    columns.length === usualColumns.length && columns.every((c) => usualColumns.includes(c))
  if (!usual) for (const column of columns) params.append('col', column)
  if (sort !== 'date') params.append('sort', sort)
  if (down !== (sort === 'date' || sort === 'updated')) params.append('dir', down ? 'down' : 'up')
  return params
}

/** How many rows of a table are selected. */
export function chosenInWords(count: number): string {
  if (count === 0) return 'None selected'
  return `${count.toLocaleString('en')} selected`
}
