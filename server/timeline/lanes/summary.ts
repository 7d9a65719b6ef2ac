import 'server-only'
import type { Span } from '@/lib/timeline/lanes/levels'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'
import { groupEntries, type CountedGroup, type Grouping } from './groups'

/** All of a filtered campaign by row and day, in the order of the first day. */
export type Summary = {
  groups: CountedGroup[]
  /** Those that last longer than a day, which may reach into a later span. */
  long: CountedGroup[]
  /** Rows with their number of entries, the fullest first; the row of what belongs to none is last. */
  rows: { key: string; total: number }[]
  /** From the first to the last possible day; null where there is nothing. */
  whole: Span | null
}

/** Reads the summary of a filtered campaign in one grouped query. A window of it costs no more. */
export async function laneSummary(
  tx: Tx,
  viewer: Viewer,
  grouping: Omit<Grouping, 'span' | 'zone'>,
): Promise<Summary> {
  return summaryOf(await groupEntries(tx, viewer, grouping))
}

function summaryOf(groups: CountedGroup[]): Summary {
  const totals = new Map<string, number>()
  let last = -Infinity
  for (const group of groups) {
    totals.set(group.key, (totals.get(group.key) ?? 0) + group.count)
    last = Math.max(last, group.last)
  }
  const rows = [...totals]
    .map(([key, total]) => ({ key, total }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.total - a.total)
  const first = groups[0]?.first
  return {
    groups,
    long: groups.filter((group) => group.last - group.first > 1),
    rows,
    whole: first === undefined ? null : { from: first, to: last },
  }
}

/** The groups of a summary that may touch a span. */
export function groupsWithin({ groups, long }: Summary, { from, to }: Span): CountedGroup[] {
  const before = long.filter((group) => group.first < from && group.last > from)
  return [...before, ...groups.slice(lowerBound(groups, from), lowerBound(groups, to))]
}

function lowerBound(groups: CountedGroup[], day: number): number {
  let low = 0
  let high = groups.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((groups[middle]?.first ?? Infinity) < day) low = middle + 1
    else high = middle
  }
  return low
}
