import 'server-only'
import type { Span } from '@/lib/timeline/lanes/levels'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { entriesVisibleTo } from '../policy'
import { groupEntries, type CountedGroup, type Grouping } from './lanes-groups'
import { stampOf } from './stamp'

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

type Kept = { stamp: string; until: number; summary: Summary }

/** Something may be kept back until an hour that comes by itself, without a write. */
const LONGEST_MS = 60_000
/** While an earlier write may still be under way, a summary answers one gesture and no more. */
const UNSETTLED_MS = 2_000
/** Groups kept in memory in all; about 150 bytes each. */
const MOST_GROUPS = 300_000

const kept = new Map<string, Kept>()

/**
 * The summary of what a filter leaves of a campaign: kept in memory, and made anew after any write in
 * the workspace. A window of it costs the same however large the campaign is.
 *
 * @param filterKey the filter as an address holds it.
 */
export async function laneSummary(
  tx: Tx,
  viewer: Viewer,
  filterKey: string,
  grouping: Omit<Grouping, 'span' | 'zone'>,
): Promise<Summary> {
  const key = JSON.stringify([
    ...[viewer.kind === 'share', grouping.campaignId, grouping.by, filterKey],
    entriesVisibleTo(viewer),
  ])
  const { stamp, settled } = await stampOf(tx, viewer)
  const known = kept.get(key)
  if (known && known.stamp === stamp && Date.now() < known.until) {
    kept.delete(key)
    kept.set(key, known)
    return known.summary
  }
  const summary = summaryOf(await groupEntries(tx, viewer, grouping))
  kept.delete(key)
  keep(key, { stamp, until: Date.now() + (settled ? LONGEST_MS : UNSETTLED_MS), summary })
  return summary
}

function keep(key: string, value: Kept): void {
  kept.set(key, value)
  let size = 0
  for (const { summary } of kept.values()) size += summary.groups.length
  for (const [oldest, { summary }] of kept) {
    if (size <= MOST_GROUPS || oldest === key) break
    kept.delete(oldest)
    size -= summary.groups.length
  }
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
