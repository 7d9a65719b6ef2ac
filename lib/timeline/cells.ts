import type { FormValues } from '../forms/state'
import type { FormKind } from '../kinds/form'
import type { EntryKind } from '../kinds/names'

/** The cells of a table that are edited in place, by the field of the entry's form that each holds. */
const cells = ['title', 'date', 'kind', 'place', 'tags'] as const
export type Cell = (typeof cells)[number]

export function isCell(name: string | undefined): name is Cell {
  return cells.some((cell) => cell === name)
}

/** What a cell needs to be edited: the whole entry as its form shows it, or why it may not be. */
export type OpenedCell =
  | {
      values: FormValues
      /** The name of the town that the place has coordinates of. */
      town: string | null
      kinds: Record<EntryKind, FormKind>
    }
  | { message: string }
