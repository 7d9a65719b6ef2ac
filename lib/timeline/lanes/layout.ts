import { bucketOf, bucketStart, levelAt, type Span } from './levels'
import type { Gathered, Sheet, SheetEntry } from './sheet'

/** An entry in its place: the track counted from the foot of the row, and until when its title may run. */
export type Placed = { entry: SheetEntry; track: number; until: number }

/** A row laid out: every entry of it is in exactly one of the two lists. */
export type LaidRow = { gathered: Gathered[]; placed: Placed[] }

/** A title is read from this many buckets on. */
const TITLE = 2.4
/** A bucket is at least about 30 px wide, a letter 7. */
const BUCKETS_A_LETTER = 7 / 30
const LONGEST_TITLE = 8

/**
 * Lays a row out so that nothing covers anything: counted marks stand at the foot, entries in
 * tracks above each other. Where an entry finds no free track, the entries of its bucket are
 * gathered into a counted mark after all.
 */
export function layRow(sheet: Sheet, row: number, entries: SheetEntry[]): LaidRow {
  const level = levelAt(sheet.level)
  const tracks = sheet.rows[row]?.tracks ?? 1
  const bucket = level.days
  const lasting = sheet.rows[row]?.lane !== 'demand'
  const here = entries
    .filter(({ rows }) => rows.includes(row))
    .sort((a, b) => a.first - b.first || b.last - a.last)
  const start = (entry: SheetEntry) => Math.max(entry.first, sheet.from)
  const keyOf = (entry: SheetEntry) =>
    entry.first < sheet.from ? -Infinity : bucketOf(level, entry.first)
  const crowded = new Set<number>()
  for (;;) {
    const gathered = [
      ...sheet.gathered.filter((mark) => mark.row === row),
      ...gatherCrowded(here, crowded, keyOf, row, sheet),
    ].sort((a, b) => a.from - b.from)
    const uncrowded = here.filter((entry) => !crowded.has(keyOf(entry)))
    const { placed, without } = place(uncrowded, gathered, {
      tracks,
      bucket,
      lasting,
      start,
      end: sheet.to,
    })
    if (without === null) return { gathered, placed: inOrder(placed, sheet) }
    crowded.add(keyOf(without))
  }
}

/** By when they begin, and then as the sheet has them: what lasts longer found its room first. */
function inOrder(placed: Placed[], { entries }: Sheet): Placed[] {
  const at = new Map(entries.map((entry, index) => [entry, index]))
  const rank = ({ entry }: Placed) => at.get(entry) ?? 0
  return placed.sort((a, b) => a.entry.first - b.entry.first || rank(a) - rank(b))
}

const known = new WeakMap<Sheet, LaidRow[]>()

/** All rows of a sheet, laid out once however often they are drawn. */
export function laidRows(sheet: Sheet): LaidRow[] {
  const laid = known.get(sheet) ?? sheet.rows.map((_, row) => layRow(sheet, row, sheet.entries))
  known.set(sheet, laid)
  return laid
}

function gatherCrowded(
  entries: SheetEntry[],
  crowded: ReadonlySet<number>,
  keyOf: (entry: SheetEntry) => number,
  row: number,
  sheet: Sheet,
): Gathered[] {
  const level = levelAt(sheet.level)
  return [...crowded].map((key) => {
    const members = entries.filter((entry) => keyOf(entry) === key)
    const early = key === -Infinity
    const bucket = early ? bucketOf(level, sheet.from) : key
    const lanes: Gathered['lanes'] = {}
    for (const { lane } of members) lanes[lane] = (lanes[lane] ?? 0) + 1
    return {
      row,
      lanes,
      early,
      from: early ? sheet.from : Math.max(bucketStart(level, bucket), sheet.from),
      to: Math.min(bucketStart(level, bucket + 1), sheet.to),
      count: members.length,
      reach: Math.max(...members.map(({ last }) => last)),
      parts: members.some(({ timed, first }) => timed || first !== members[0]?.first),
      id: members.length === 1 ? (members[0]?.id ?? null) : null,
    }
  })
}

type Room = {
  tracks: number
  bucket: number
  /** Whether what lasts takes its room; a bead on a thread does not. */
  lasting: boolean
  start: (entry: SheetEntry) => number
  end: number
}

function place(
  entries: SheetEntry[],
  gathered: Gathered[],
  { tracks, bucket, lasting, start, end }: Room,
): { placed: Placed[]; without: SheetEntry | null } {
  const free = Array.from({ length: tracks }, () => -Infinity)
  const wanted = Array.from({ length: tracks }, () => -Infinity)
  const placed: Placed[] = []
  for (const entry of entries) {
    const from = start(entry)
    const isBar = lasting && isLong(entry, bucket)
    // Counted marks stand in the lowest track, so that what lasts passes above them.
    const lowest = isBar && tracks > 1 && gathered.length > 0 ? 1 : 0
    let track = -1
    for (let at = lowest; at < tracks; at++) {
      if ((free[at] ?? 0) > from + bucket * 1e-6) continue
      if (at === 0 && stands(gathered, from, bucket)) continue
      if (track === -1 || (wanted[at] ?? 0) < (wanted[track] ?? 0)) track = at
      if ((wanted[track] ?? 0) <= from) break
    }
    if (track === -1) return { placed: [], without: entry }
    free[track] = Math.max(from + bucket, isBar ? entry.last : 0)
    const letters = Math.min(entry.title.length * BUCKETS_A_LETTER, LONGEST_TITLE)
    wanted[track] = Math.max(free[track] ?? 0, from + (1 + letters) * bucket)
    placed.push({ entry, track, until: end })
  }
  return {
    placed: placed.map((one, index) => withRoom(one, index, placed, gathered, start)),
    without: null,
  }
}

function stands(gathered: Gathered[], from: number, bucket: number): boolean {
  return gathered.some((mark) => mark.from < from + bucket * 0.9 && mark.to > from)
}

function withRoom(
  one: Placed,
  index: number,
  placed: Placed[],
  gathered: Gathered[],
  start: (entry: SheetEntry) => number,
): Placed {
  const from = start(one.entry)
  let { until } = one
  for (let at = index + 1; at < placed.length; at++) {
    const next = placed[at]
    if (next?.track !== one.track) continue
    until = start(next.entry)
    break
  }
  // A counted mark may be as high as the row.
  const mark = gathered.find((other) => other.from > from)
  if (mark) until = Math.min(until, mark.from)
  return { ...one, until: Math.max(until, from) }
}

/**
 * Whether an entry is drawn as a bar over its possible days. A day that is known is a point until a
 * bucket is shorter than it.
 */
export function isLong({ first, last, shape }: SheetEntry, bucket: number): boolean {
  return last - first > bucket * (shape === 'sharp' ? 1.2 : 0.6)
}

/** Whether there is room for some words of a title between two times at a level. */
export function hasTitle(level: number, { from, to }: Span): boolean {
  return (to - from) / levelAt(level).days >= TITLE
}
