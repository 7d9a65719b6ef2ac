import type { Lane } from '../../kinds/names'
import { bucketOf, bucketStart, levelAt, type Span } from './levels'
import type { Gathered, Group } from './sheet'

/** What of a sheet stands by itself, and what is gathered. */
export type GatheredGroups = { gathered: Gathered[]; alone: { row: number; ids: string[] }[] }

/**
 * Gathers groups into the buckets of a level: each entry of a span is in exactly one bucket of its
 * row, the one in which it begins, or, where it began earlier, in one for all of those. The smallest
 * buckets are taken apart, up to `budget` entries, where each has room for its entries.
 *
 * @param groups each of which has at least one possible moment in the span.
 * @param tracks how many entries of a row, by its index, can stand above each other.
 */
export function gather(
  groups: Iterable<Group>,
  {
    level,
    span,
    tracks,
    budget,
  }: { level: number; span: Span; tracks: (row: number) => number; budget: number },
): GatheredGroups {
  const cells = [...cellsOf(groups, level, span).values()].sort(
    (a, b) => a.count - b.count || a.from - b.from || a.row - b.row,
  )
  const gathered: Gathered[] = []
  const alone: GatheredGroups['alone'] = []
  let left = budget
  for (const { ids, starts, timed, ...cell } of cells) {
    if (ids && cell.count <= tracks(cell.row) && cell.count <= left) {
      left -= cell.count
      alone.push({ row: cell.row, ids })
    } else
      gathered.push({
        ...cell,
        parts: starts.size > 1 || timed,
        id: cell.count === 1 ? (ids?.[0] ?? null) : null,
      })
  }
  return { gathered, alone }
}

type Cell = Omit<Gathered, 'parts' | 'id'> & {
  ids: string[] | null
  starts: Set<number>
  timed: boolean
}

function cellsOf(groups: Iterable<Group>, index: number, span: Span): Map<string, Cell> {
  const level = levelAt(index)
  const cells = new Map<string, Cell>()
  const firstBucket = bucketOf(level, span.from)
  for (const { row, lane, first, last, count, ids, timed } of groups) {
    const early = first < span.from
    const bucket = early ? firstBucket : bucketOf(level, first)
    const key = `${row} ${early ? 'early' : bucket}`
    let cell = cells.get(key)
    if (!cell) {
      cell = {
        ...{ row, count: 0, lanes: {}, reach: last, early, ids: [], starts: new Set(), timed },
        from: early ? span.from : Math.max(bucketStart(level, bucket), span.from),
        to: Math.min(bucketStart(level, bucket + 1), span.to),
      }
      cells.set(key, cell)
    }
    cell.count += count
    cell.lanes[lane] = (cell.lanes[lane] ?? 0) + count
    cell.reach = Math.max(cell.reach, last)
    cell.ids = cell.ids && ids ? [...cell.ids, ...ids] : null
    cell.timed ||= timed
    if (cell.starts.size < 2) cell.starts.add(first)
  }
  return cells
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
  groups: Iterable<Pick<Group, 'first' | 'count'> & { key: string }>,
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
