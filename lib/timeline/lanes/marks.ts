import type { Lane } from '../../kinds/names'
import { shares } from './gather'
import { hasTitle, isLong, laidRows, type Placed } from './layout'
import { levelAt, type Span } from './levels'
import type { DateShape, DemandLine, Gathered, Sheet, SheetEntry } from './sheet'

/** A counted mark in its place. */
export type CountedMark = Span & {
  is: 'count'
  mark: Gathered
  /** What its looks are named by. */
  look: Lane | 'mixed' | 'demand'
  /** A bead on a demand's thread; elsewhere a column as high as this share of the row. */
  bead: boolean
  share: number
  parts: ReturnType<typeof shares>
  /** Until when the last of its entries lasts, where that is beyond the mark. */
  reach: (Span & { lane: Lane }) | null
}

/** An entry that stands by itself, in its place. */
export type EntryMark = {
  is: 'entry'
  entry: SheetEntry
  at: number
  /** Counted from the foot of the row. */
  track: number
  /** Until when its title may run; null where there is no room for one. */
  until: number | null
  /** Its possible days, where they are drawn as a bar. */
  bar: Span | null
  /** How its date is drawn beside a mark, where it is no bar. */
  halo: DateShape | null
}

/** Shapes that show beside a mark where there is no room for a bar. */
const HALOS: readonly DateShape[] = ['before', 'after', 'ongoing', 'about']

/**
 * What is drawn of a row, in this order: by the document and by the canvas alike.
 *
 * @param drawn what is drawn of the sheet
 * @param view the window: what began before it is told where it begins
 */
export function marksOf(
  sheet: Sheet,
  row: number,
  { drawn, view }: { drawn: Span; view: Span },
): (CountedMark | EntryMark)[] {
  const { gathered, placed } = laidRows(sheet)[row] ?? { gathered: [], placed: [] }
  const { lane = null, tracks = 1 } = sheet.rows[row] ?? {}
  const place = { sheet, drawn, view, tracks, isThread: lane === 'demand' }
  const touches = (from: number, to: number) => from < drawn.to && to > drawn.from
  return [
    ...gathered
      .filter(({ from, reach }) => touches(from, reach))
      .map((mark) => countedMark(mark, place)),
    ...placed
      .filter(({ entry }) => touches(entry.first, entry.last))
      .map((one) => entryMark(one, place)),
  ]
}

type Place = { sheet: Sheet; drawn: Span; view: Span; tracks: number; isThread: boolean }

function countedMark(mark: Gathered, { sheet, drawn, view, isThread }: Place): CountedMark {
  const bucket = levelAt(sheet.level).days
  // What began long before is told where the window begins, as long as any of it lasts.
  const from = mark.early
    ? Math.max(mark.from, Math.min(view.from, mark.reach - bucket))
    : mark.from
  const to = mark.early ? from + bucket : mark.to
  const parts = shares(mark.lanes)
  const lane = parts[0]?.lane ?? 'context'
  const lasts = !isThread && mark.reach > to + bucket
  return {
    ...{ is: 'count', mark, from, to, parts, bead: isThread, share: mark.count / sheet.most },
    look: isThread ? 'demand' : parts.length > 1 ? 'mixed' : lane,
    reach: lasts ? { from: to, to: Math.min(mark.reach, drawn.to), lane } : null,
  }
}

function entryMark(
  { entry, track, until }: Placed,
  { sheet, drawn, view, tracks, isThread }: Place,
): EntryMark {
  const { first, last, shape } = entry
  const bucket = levelAt(sheet.level).days
  const isBar = !isThread && isLong(entry, bucket)
  // What began before the window is named where the window begins.
  const at = Math.max(first, Math.min(view.from, last - bucket), drawn.from)
  // A title whose mark is out of sight would be half a sentence.
  const titled =
    tracks > 1 && at >= view.from - 1e-6 && hasTitle(sheet.level, { from: at, to: until })
  return {
    ...{ is: 'entry', entry, at, track },
    until: titled ? Math.min(until, drawn.to) : null,
    bar: isBar ? { from: Math.max(first, drawn.from), to: Math.min(last, drawn.to) } : null,
    halo: !isBar && HALOS.includes(shape) ? shape : null,
  }
}

/** A part of a demand's thread. */
export type ThreadPiece = Span & { name: 'waiting' | 'partly' | 'answered' }

/** A demand from first raised to settled, as far as it is drawn; `end` where it is settled. */
export function threadOf(
  { raised, answered, allAnswered, settled }: DemandLine,
  drawn: Span,
  today: number,
): { pieces: ThreadPiece[]; end: number | null } {
  const end = settled ?? today + 1
  const some = Math.min(answered ?? end, end)
  const all = Math.min(allAnswered ?? end, end)
  const pieces: ThreadPiece[] = [
    { name: 'waiting', from: raised, to: some },
    { name: 'partly', from: some, to: all },
    { name: 'answered', from: all, to: end },
  ]
  return {
    pieces: pieces
      .map(({ name, from, to }) => ({
        name,
        from: Math.max(from, drawn.from),
        to: Math.min(to, drawn.to),
      }))
      .filter(({ from, to }) => from < to),
    end: settled !== null && settled >= drawn.from && settled <= drawn.to ? settled : null,
  }
}

/** Names a mark of a row for as long as it is drawn. */
export function markKey(row: number, mark: CountedMark | EntryMark): string {
  return mark.is === 'entry'
    ? `${row} ${mark.entry.id}`
    : `${row} ${mark.mark.from} ${mark.mark.early}`
}

// Made once, since marks are named at each frame of a movement.
const numbers = new Intl.NumberFormat('en')

/** The number that a counted mark shows; what began before the window points there. */
export function countLabel({ early, count }: Gathered): string {
  return `${early ? '‹ ' : ''}${numbers.format(count)}`
}
