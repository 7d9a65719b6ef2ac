import type { DateHabits } from '../dates/habits'
import { isWrittenList } from './cells'
import { isTimelineSheet } from './formats'
import type { Mapping } from './mapping'
import type { Plan } from './row-cells'
import type { Table } from './table'

const SAMPLE = 200

/** How a table is read by a mapping, on a campaign's habits of reading dates. */
export function planFor(table: Table, mapping: Mapping, habits: DateHabits, file: string): Plan {
  const { dayOrder } = mapping
  return {
    columns: table.columns,
    mapping,
    habits: dayOrder ? { ...habits, dayOrder } : habits,
    exactHours: table.shape.type === 'icalendar',
    html: isTimelineSheet(table.columns),
    none: table.rows
      .slice(0, SAMPLE)
      .some(({ cells }) => cells.some((cell) => typeof cell === 'string' && isWrittenList(cell))),
    file,
  }
}
