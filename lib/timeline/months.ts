import { dateInWords } from '../dates/words'

/** Entries that follow each other and begin in the same month; `month` is YYYY-MM. */
export type MonthGroup<T> = { month: string; label: string; entries: T[] }

/** Puts entries that are in order of their first day under their months; the order stays. */
export function groupByMonth<T extends { firstDay: string }>(entries: T[]): MonthGroup<T>[] {
  const groups: MonthGroup<T>[] = []
  for (const entry of entries) {
    const month = entry.firstDay.slice(0, 7)
    const last = groups[groups.length - 1]
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, label: dateInWords(month), entries: [entry] })
  }
  return groups
}
