import { dayNumber } from '../dates/calendar'
import type { Standing } from '../schemas/words'
import type { ClockPoint } from './clock'
import type { LedgerCell } from './ledger'
import { possibleDays, type PossibleDays } from './spans'
import { round } from '../plots/frame'

/** The drawing of a cell's history, in units of its own; `y` grows downwards. */
export type HistoryLine = {
  width: number
  /** The drawing runs from `top` to `bottom`: no room is kept above a line that never rose. */
  top: number
  bottom: number
  /** The height at which an open demand runs. */
  base: number
  /** From the first answer on: a path with a step for each change; empty where nothing was said. */
  solid: string
  /** While no answer is recorded. */
  dotted: string
  /** Faint bars over the days that an uncertain date may mean. */
  doubts: { x: number; width: number; y: number }[]
  marks: { shape: 'demand' | 'response' | 'outcome' | 'change'; x: number; y: number }[]
}

const WIDTH = 260
const HEIGHT = 46
const EDGE = 9
const BASE = 26
const RISE = 4.5

/** Better is higher. What was refused, or taken back, lies below an open demand. */
const LEVELS: Record<Standing, number> = {
  refused: -2.6,
  reversed: -2.6,
  withdrawn: 0,
  open: 0,
  acknowledged: 1,
  in_progress: 2,
  partly_met: 3,
  met: 4,
}
const WINS: readonly Standing[] = ['met', 'partly_met']

/**
 * Draws how a demand stood at a target from `begins` until `asOf`, both ISO days: a dotted line
 * while nobody answers, which grows with each day, then a full one; steps where the standing
 * changed, a mark where it was raised and answered. An uncertain date is drawn at its last possible
 * day, with a bar over the others.
 */
export function historyLine(cell: LedgerCell, begins: string, asOf: string): HistoryLine {
  const { clock, history } = cell
  const [start, end] = [dayNumber(begins), dayNumber(asOf)]
  const x = (day: string) =>
    round(EDGE + ((dayNumber(day) - start) / Math.max(1, end - start)) * (WIDTH - 2 * EDGE))
  const y = (standing: Standing) => BASE - LEVELS[standing] * RISE
  const changes = history.flatMap(({ standing, edtf }) => {
    const days = possibleDays(edtf, asOf)
    return days ? [{ standing, x: x(days.last), days }] : []
  })
  const from = clock.raised ? x(clock.raised.days.last) : (changes[0]?.x ?? null)
  const answered = clock.answered ? x(clock.answered.days.last) : null
  const until = x(asOf)
  const withdrawn = changes.at(-1)?.standing === 'withdrawn' ? changes.at(-1)?.x : undefined
  const points: [number, number][] = from === null ? [] : [[from, BASE]]
  for (const change of changes) {
    const height = points.at(-1)?.[1] ?? BASE
    points.push([change.x, height], [change.x, y(change.standing)])
  }
  if (from !== null && withdrawn === undefined) points.push([until, points.at(-1)?.[1] ?? BASE])
  // A standing that was assessed says more than that nobody answered.
  const silentUntil = Math.min(answered ?? until, changes[0]?.x ?? until)
  const highest = Math.min(BASE, ...changes.map(({ standing }) => y(standing)))
  return {
    ...{ width: WIDTH, top: round(highest - 8), bottom: HEIGHT, base: BASE },
    dotted: path(clipped(points, -Infinity, silentUntil)),
    solid: path(clipped(points, silentUntil, Infinity)),
    doubts: [clock.raised, clock.answered]
      .flatMap((point) => (point ? [point.days] : []))
      .flatMap((days) => doubt(days, begins, x)),
    marks: apart([
      ...mark('demand', clock.raised, x),
      ...(clock.repeated?.entry.id === clock.raised?.entry.id
        ? []
        : mark('demand', clock.repeated, x)),
      ...mark('response', clock.answered, x),
      ...(clock.lastWord?.entry.id === clock.answered?.entry.id
        ? []
        : mark('response', clock.lastWord, x)),
    ]).concat(
      changes.map(({ standing, x: at }) => ({
        ...{ shape: WINS.includes(standing) ? ('outcome' as const) : ('change' as const) },
        ...{ x: at, y: y(standing) },
      })),
    ),
  }
}

type Mark = HistoryLine['marks'][number]

function mark(shape: Mark['shape'], point: ClockPoint | null, x: (day: string) => number): Mark[] {
  return point ? [{ shape, x: x(point.days.last), y: HEIGHT - 8 }] : []
}

// Marks of one day would hide each other: the later one moves to the right, or back at the edge.
function apart(marks: Mark[]): Mark[] {
  const placed: Mark[] = []
  for (const one of [...marks].sort((a, b) => a.x - b.x)) {
    const before = placed.at(-1)?.x ?? -Infinity
    placed.push({ ...one, x: Math.max(one.x, before + 12) })
  }
  const over = (placed.at(-1)?.x ?? 0) - (WIDTH - EDGE)
  return over > 0
    ? placed.map((one) => ({ ...one, x: round(Math.max(EDGE, one.x - over)) }))
    : placed
}

function doubt({ first, last }: PossibleDays, begins: string, x: (day: string) => number) {
  if (first === last) return []
  const from = x(first === null || first < begins ? begins : first)
  return [{ x: round(from - EDGE / 2), width: round(x(last) - from + EDGE / 2), y: HEIGHT - 8 }]
}

// The part of a stepped line between two heights of x; it only runs along and up or down.
function clipped(points: [number, number][], left: number, right: number): [number, number][] {
  const kept: [number, number][] = []
  points.forEach(([px, py], index) => {
    const before = points[index - 1]
    if (before && before[0] < left && px > left) kept.push([left, before[1]])
    if (px >= left && (px <= right || right === Infinity)) {
      // A step up at the very end of the dotted part belongs to the full one.
      if (!(px === right && before && before[0] === px)) kept.push([px, py])
    }
    if (before && before[0] < right && px > right) kept.push([right, before[1]])
  })
  const drawn = kept.filter(([px, py], index) => {
    const before = kept[index - 1]
    return !before || before[0] !== px || before[1] !== py
  })
  return drawn.length > 1 ? drawn : []
}

function path(points: [number, number][]): string {
  return points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px} ${round(py)}`).join('')
}
