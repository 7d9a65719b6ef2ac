import { readEdtf, type DatePart } from '../dates/grammar'
import { dateInWords } from '../dates/words'

/**
 * Entries that follow each other and begin in the same month, YYYY-MM, or in the same year, decade
 * or century (`2018`, `201X`, `20XX`) where no more is known.
 */
export type MonthGroup<T> = { month: string; label: string; entries: T[] }

/** What says in which month an entry begins. */
type Dated = { edtf: string; firstDay: string; lastDay: string }

/**
 * Puts entries that are in order of their first day under their months; the order stays. What may
 * be of any day of a year stands under the year: under its January it would look known.
 */
export function groupByMonth<T extends Dated>(entries: T[]): MonthGroup<T>[] {
  const groups: MonthGroup<T>[] = []
  for (const entry of entries) {
    const month = beginOf(entry)
    const last = groups[groups.length - 1]
    if (last?.month === month) last.entries.push(entry)
    else groups.push({ month, label: headed(dateInWords(month)), entries: [entry] })
  }
  return groups
}

function beginOf({ edtf, firstDay, lastDay }: Dated): string {
  const month = firstDay.slice(0, 7)
  if (lastDay.startsWith(month)) return month
  const year = firstDay.slice(0, 4)
  const value = readEdtf(edtf)
  if (value?.kind === 'plain') return periodOf(value.part, firstDay)
  if (value?.kind !== 'interval') return year
  return typeof value.from === 'string' ? month : periodOf(value.from, firstDay)
}

function periodOf({ precision }: DatePart, firstDay: string): string {
  if (precision === 'day' || precision === 'month') return firstDay.slice(0, 7)
  if (precision === 'decade') return `${firstDay.slice(0, 3)}X`
  if (precision === 'century') return `${firstDay.slice(0, 2)}XX`
  return firstDay.slice(0, 4)
}

function headed(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
