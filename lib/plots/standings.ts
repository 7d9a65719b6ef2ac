import { area, curveStepAfter, stack } from 'd3-shape'
import { standingLabels, type Standing } from '../schemas/words'
import { countAxis, timeAxis, type CountAxis, type TimeAxis } from './axes'
import { plotWidth, round, spread, type Frame, type PlotSize } from './frame'

/**
 * A demand at one of its targets: from when it is asked, and what its standing became, in the order
 * in which it holds. Days are ISO days. Until the first change it is open.
 */
export type StandingCell = { start: string; changes: { day: string; standing: Standing }[] }

/** How many cells have each standing from a day on, until the next step. */
export type StandingStep = { day: string; counts: Record<Standing, number>; all: number }

/** From the bottom of the stack to its top: what was reached, what is under way, what is not. */
export const standingOrder = [
  'met',
  'partly_met',
  'in_progress',
  'acknowledged',
  'open',
  'refused',
  'reversed',
  'withdrawn',
] as const satisfies readonly Standing[]

/**
 * The numbers of standings from the first day that anything was asked to `last`, one step for each
 * day on which one changed. What happens later is left out, what happened before `first` is in
 * the first step.
 */
export function standingSteps(
  cells: StandingCell[],
  { first, last }: { first: string | null; last: string },
): StandingStep[] {
  const moves = new Map<string, Map<Standing, number>>()
  const move = (day: string, standing: Standing, by: number) => {
    if (day > last) return
    const at = first !== null && day < first ? first : day
    const changes = moves.get(at) ?? new Map<Standing, number>()
    changes.set(standing, (changes.get(standing) ?? 0) + by)
    moves.set(at, changes)
  }
  for (const { start, changes } of cells) {
    const begins = changes[0] && changes[0].day < start ? changes[0].day : start
    let now: Standing = 'open'
    move(begins, now, 1)
    for (const { day, standing } of changes) {
      move(day, now, -1)
      move(day, standing, 1)
      now = standing
    }
  }
  let counts = emptyCounts()
  return [...moves]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, changes]) => {
      counts = { ...counts }
      for (const [standing, by] of changes) counts[standing] += by
      return { day, counts, all: standingOrder.reduce((sum, one) => sum + counts[one], 0) }
    })
}

function emptyCounts(): Record<Standing, number> {
  return {
    ...{ open: 0, acknowledged: 0, in_progress: 0, partly_met: 0 },
    ...{ met: 0, refused: 0, reversed: 0, withdrawn: 0 },
  }
}

/** One standing's band of the stack; `label` is beside its right end, null where it ended. */
type StandingBand = {
  standing: Standing
  path: string
  label: { x: number; y: number; from: number; text: string } | null
}

export type StandingsLayout = {
  frame: Frame
  time: TimeAxis
  count: CountAxis
  bands: StandingBand[]
}

/** Draws steps as a stack up to `last`; null where nothing was asked. */
export function standingsLayout(
  steps: StandingStep[],
  last: string,
  size: PlotSize,
): StandingsLayout | null {
  const [begin] = steps
  if (!begin) return null
  const width = plotWidth[size]
  const frame: Frame = {
    ...{ width, height: size === 'desk' ? 340 : 300 },
    ...{ left: 34, right: width - (size === 'desk' ? 132 : 112) },
    ...{ top: 14, bottom: size === 'desk' ? 308 : 268 },
  }
  const time = timeAxis(begin.day, last, [frame.left, frame.right], width)
  const most = Math.max(...steps.map(({ all }) => all))
  const count = countAxis(most, [frame.bottom, frame.top])
  const used = standingOrder.filter((one) => steps.some(({ counts }) => counts[one] > 0))
  const points = toPixels(steps, time, frame.right)
  const series = stack<StandingStep & { x: number }, Standing>()
    .keys(used)
    .value(({ counts }, key) => counts[key])(points)
  const bands = series.map((one) => {
    const shape = area<(typeof one)[number]>()
      .curve(curveStepAfter)
      .digits(1)
      .x(({ data }) => data.x)
      .y0(([low]) => count.at(low))
      .y1(([, high]) => count.at(high))
    const [low = 0, high = 0] = one.at(-1) ?? []
    return { standing: one.key, path: shape(one) ?? '', low, high }
  })
  return { frame, time, count, bands: withLabels(bands, count, frame) }
}

// What changes twice within a pixel cannot be seen: the later state of each stands for it.
function toPixels(steps: StandingStep[], time: TimeAxis, right: number) {
  const points: (StandingStep & { x: number })[] = []
  for (const step of steps) {
    const x = time.at(step.day)
    const before = points.at(-1)
    if (before && x - before.x < 0.5) points[points.length - 1] = { ...step, x: before.x }
    else points.push({ ...step, x })
  }
  const end = points.at(-1)
  if (end && end.x < right) points.push({ ...end, x: right })
  return points
}

function withLabels(
  bands: { standing: Standing; path: string; low: number; high: number }[],
  count: CountAxis,
  frame: Frame,
): StandingBand[] {
  const ending = bands.filter(({ low, high }) => high > low).reverse()
  const wanted = ending.map(({ low, high }) => count.at((low + high) / 2))
  const places = spread(wanted, 16, frame.top + 4, frame.bottom - 4)
  const labels = new Map(
    ending.map(({ standing, low, high }, index) => [
      standing,
      {
        x: frame.right + 12,
        y: round(places[index] ?? frame.top),
        from: round(wanted[index] ?? frame.top),
        text: `${standingLabels[standing]} ${(high - low).toLocaleString('en')}`,
      },
    ]),
  )
  return bands.map(({ standing, path }) => ({
    ...{ standing, path },
    label: labels.get(standing) ?? null,
  }))
}
