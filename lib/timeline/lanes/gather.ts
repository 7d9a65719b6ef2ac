import type { Lane } from '../../kinds/names'
import { bucketOf, bucketStart, levelAt, type Span } from './levels'
import type { Gathered, Group } from './sheet'

/** An entry of a row that stands by itself. */
type Alone = { row: number; id: string; first: number; last: number }

/** What of a sheet stands by itself, and what is gathered. */
export type GatheredGroups = { gathered: Gathered[]; alone: Alone[] }

/** More entries than any row has tracks are never taken apart, so that no more need their names. */
const MOST_ALONE = 4

/**
 * Gathers groups into the buckets of a level: each entry of a span is in exactly one bucket of its
 * row, the one in which it begins, or, where it began earlier, in one for all of those. The smallest
 * buckets are taken apart, up to `budget` entries, where each has room for its entries. Groups
 * outside the span, or of no row, are passed over.
 *
 * @param tracks for each row, how many of its entries can stand above each other.
 * @param rowOf the index of a group's row; undefined for a row that is not shown.
 */
export function gather<T extends Group>(
  groups: readonly T[],
  {
    level,
    span,
    tracks,
    budget,
    rowOf,
  }: {
    level: number
    span: Span
    tracks: readonly number[]
    budget: number
    rowOf: (group: T) => number | undefined
  },
): GatheredGroups {
  const cells = cellsOf(groups, level, span, tracks.length, rowOf).sort(
    (a, b) => a.count - b.count || a.from - b.from || a.row - b.row,
  )
  const gathered: Gathered[] = []
  const alone: Alone[] = []
  let left = budget
  for (const { members, start: _start, ...cell } of cells) {
    if (members && cell.count <= (tracks[cell.row] ?? 1) && cell.count <= left) {
      left -= cell.count
      for (const { ids, first, last } of members)
        for (const id of ids ?? []) alone.push({ row: cell.row, id, first, last })
    } else
      gathered.push({ ...cell, id: cell.count === 1 ? (members?.[0]?.ids?.[0] ?? null) : null })
  }
  return { gathered, alone }
}

type Cell = Omit<Gathered, 'id'> & { members: Group[] | null; start: number }

// Runs over all groups of a campaign: nothing is made for a group, only for a cell.
function cellsOf<T extends Group>(
  groups: readonly T[],
  index: number,
  span: Span,
  rows: number,
  rowOf: (group: T) => number | undefined,
): Cell[] {
  const level = levelAt(index)
  const byRow = Array.from({ length: rows }, () => new Map<number, Cell>())
  const all: Cell[] = []
  let begin = NaN
  let end = NaN
  let bucket = NaN
  for (const group of groups) {
    const { first, last } = group
    if (first >= span.to || last <= span.from) continue
    const row = rowOf(group)
    const cells = row === undefined ? undefined : byRow[row]
    if (row === undefined || !cells) continue
    const early = first < span.from
    // Groups come in the order of time, so that most are in the bucket of the one before.
    if (!early && !(first >= begin && first < end)) {
      bucket = bucketOf(level, first)
      begin = bucketStart(level, bucket)
      end = bucketStart(level, bucket + 1)
    }
    const key = early ? -Infinity : bucket
    let cell = cells.get(key)
    if (!cell) {
      cell = {
        ...{
          row,
          count: 0,
          lanes: {},
          reach: last,
          early,
          members: [],
          start: first,
          parts: false,
        },
        from: early ? span.from : Math.max(begin, span.from),
        to: Math.min(early ? bucketStart(level, bucketOf(level, span.from) + 1) : end, span.to),
      }
      cells.set(key, cell)
      all.push(cell)
    }
    addTo(cell, group)
  }
  return all
}

function addTo(cell: Cell, group: Group): void {
  const { lane, count, ids, first, last } = group
  cell.count += count
  cell.lanes[lane] = (cell.lanes[lane] ?? 0) + count
  if (last > cell.reach) cell.reach = last
  if (group.timed || first !== cell.start) cell.parts = true
  if (ids && cell.count <= MOST_ALONE) cell.members?.push(group)
  else cell.members = null
}

/** The lanes of a counted mark in their fixed order, with the share at which each begins and ends. */
export function shares(
  lanes: Partial<Record<Lane, number>>,
): { lane: Lane; from: number; to: number }[] {
  const present = (['action', 'response', 'outcome', 'context'] as const).filter(
    (lane) => (lanes[lane] ?? 0) > 0,
  )
  const all = present.reduce((sum, lane) => sum + (lanes[lane] ?? 0), 0)
  let from = 0
  return present.map((lane) => {
    const share = { lane, from, to: from + (lanes[lane] ?? 0) / all }
    from = share.to
    return share
  })
}

/**
 * The count of the fullest bucket of a level, over groups in the order of their first day: what a
 * counted mark of full height stands for, so that heights mean the same wherever one looks.
 */
export function mostIn(
  groups: readonly (Pick<Group, 'first' | 'count'> & { key: string })[],
  index: number,
  keys: ReadonlySet<string>,
): number {
  const level = levelAt(index)
  const counts = new Map<string, number>()
  let most = 1
  let end = -Infinity
  for (const { first, count, key } of groups) {
    if (!keys.has(key)) continue
    if (first >= end) {
      counts.clear()
      end = bucketStart(level, bucketOf(level, first) + 1)
    }
    const sum = (counts.get(key) ?? 0) + count
    counts.set(key, sum)
    if (sum > most) most = sum
  }
  return most
}
