import { laidRows } from './layout'
import type { Span } from './levels'
import type { Gathered, Sheet, SheetEntry } from './sheet'

/** A mark in view, of a row by its index. */
export type MarkInView = { key: string; row: number; at: number } & (
  { entry: SheetEntry } | { mark: Gathered }
)

/** The marks of a sheet that touch a window, in the order of time, then of the rows. */
export function inView(sheet: Sheet, view: Span): MarkInView[] {
  const touches = (from: number, to: number) => from < view.to && to > view.from
  return laidRows(sheet)
    .flatMap(({ gathered, placed }, row): MarkInView[] => {
      return [
        ...gathered
          .filter((mark) => touches(mark.from, mark.early ? mark.reach : mark.to))
          .map((mark) => ({ key: `${row} ${mark.early} ${mark.from}`, row, at: mark.from, mark })),
        ...placed
          .filter(({ entry }) => touches(entry.first, entry.last))
          .map(({ entry }) => ({ key: `${row} ${entry.id}`, row, at: entry.first, entry })),
      ]
    })
    .sort((a, b) => a.at - b.at || a.row - b.row)
}

/** How many entries of the rows that are not demands' threads are in view. */
export function countInView(sheet: Sheet, view: Span): number {
  const lanes = sheet.rows.some(({ lane }) => lane !== null && lane !== 'demand')
  return inView(sheet, view).reduce((sum, item) => {
    if (lanes && sheet.rows[item.row]?.lane === 'demand') return sum
    return sum + ('entry' in item ? 1 : item.mark.count)
  }, 0)
}
