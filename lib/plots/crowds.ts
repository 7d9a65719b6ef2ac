import { scaleLinear, scaleSymlog } from 'd3-scale'
import { timeAxis, type Tick, type TimeAxis } from './axes'
import { plotWidth, round, textWidth, type Frame, type PlotLabel, type PlotSize } from './frame'

/** An action with the size of its crowd as it was told; null is not known, which is not 0. */
export type CrowdPoint = {
  id: string
  title: string
  edtf: string
  day: string
  low: number | null
  high: number | null
  words: string
  countedBy: string
}

/** Many actions of one stretch of time: `day` is its first day, `last` its last one. */
export type CrowdBin = {
  day: string
  last: string
  sized: number
  low: number | null
  middle: number | null
  high: number | null
  unknown: number
}

/** One mark each where there are few, a summary of each stretch of time where there are many. */
export type Crowds = {
  sized: number
  unknown: number
  points: CrowdPoint[] | null
  bins: CrowdBin[] | null
}

/** A size as drawn: from `y1` (low) up to `y0` (high); an open end is not known. */
export type CrowdMark = {
  x: number
  y0: number
  y1: number
  middle: number | null
  open: 'low' | 'high' | null
}

export type CrowdsLayout = {
  frame: Frame
  time: TimeAxis
  ticks: Tick[]
  /** Whether the scale grows tenfold at each step, rather than evenly. */
  tenfold: boolean
  marks: CrowdMark[]
  labels: PlotLabel[]
  /** Where actions of unknown size are, below the axis; `size` from 0 to 1 says how many. */
  unknown: { x: number; size: number }[]
  unknownY: number
}

const MOST_LABELS = 8

/** Draws crowd sizes over time; null where none is known. */
export function crowdsLayout(crowds: Crowds, size: PlotSize): CrowdsLayout | null {
  const places = crowds.points ?? crowds.bins ?? []
  const days = places.map(({ day }) => day).sort()
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined || crowds.sized === 0) return null
  const width = plotWidth[size]
  const sized = places.filter(({ low, high }) => low !== null || high !== null)
  const strip = crowds.unknown > 0 ? 38 : 0
  const frame: Frame = {
    ...{ width, height: (size === 'desk' ? 320 : 290) + strip },
    ...{ left: leftOf(sized), right: width - 16, top: 18, bottom: size === 'desk' ? 290 : 260 },
  }
  const time = timeAxis(first, last, [frame.left + 8, frame.right - 8], width)
  const { at, ticks, tenfold } = sizeScale(sized, frame)
  const marks = sized.map((place) => {
    const low = place.low ?? place.high ?? 0
    const high = place.high ?? place.low ?? 0
    const open: CrowdMark['open'] = place.high === null ? 'high' : place.low === null ? 'low' : null
    const middle = 'middle' in place && place.middle !== null ? at(place.middle) : null
    return { x: time.at(place.day), y0: at(high), y1: at(low), middle, open }
  })
  const most = Math.max(1, ...places.map(unknownOf))
  return {
    ...{ frame, time, ticks, tenfold, marks },
    labels: sized.length <= MOST_LABELS && crowds.points ? labelsOf(sized, marks, frame) : [],
    unknown: places.flatMap((place) =>
      unknownOf(place) === 0
        ? []
        : [{ x: time.at(place.day), size: round(Math.sqrt(unknownOf(place) / most)) }],
    ),
    unknownY: frame.bottom + 42,
  }
}

function unknownOf(place: CrowdPoint | CrowdBin): number {
  if ('unknown' in place) return place.unknown
  return place.low === null && place.high === null ? 1 : 0
}

// As wide as the longest number on the axis.
function leftOf(sized: { low: number | null; high: number | null }[]): number {
  const most = Math.max(1, ...sized.map(({ low, high }) => high ?? low ?? 0))
  return round(textWidth(most.toLocaleString('en')) + 14)
}

function sizeScale(sized: { low: number | null; high: number | null }[], frame: Frame) {
  const sizes = sized.flatMap(({ low, high }) => [low, high]).filter((one) => one !== null)
  const most = Math.max(1, ...sizes)
  const tenfold = most > 20 * Math.max(1, Math.min(most, ...sizes.filter((one) => one > 0)))
  const scale = tenfold
    ? scaleSymlog([0, most], [frame.bottom, frame.top])
    : scaleLinear([0, most], [frame.bottom, frame.top]).nice(4)
  const values = tenfold ? tens(most) : scale.ticks(4).filter(Number.isInteger)
  return {
    tenfold,
    at: (size: number) => round(scale(size)),
    ticks: values.map((value) => ({ at: round(scale(value)), label: value.toLocaleString('en') })),
  }
}

function tens(most: number): number[] {
  const values = [0]
  for (let value = 10; value <= most; value *= 10) values.push(value)
  return values
}

// Beside each mark what was counted, where nothing else stands.
function labelsOf(
  sized: { low: number | null; high: number | null }[],
  marks: CrowdMark[],
  frame: Frame,
): PlotLabel[] {
  const taken: { left: number; right: number; y: number }[] = []
  return marks.flatMap(({ x, y0 }, index) => {
    const { low = null, high = null } = sized[index] ?? {}
    const text = sizeWords(low, high)
    const half = textWidth(text) / 2
    const at = Math.min(Math.max(x, frame.left + half), frame.right - half)
    const box = { left: at - half - 4, right: at + half + 4, y: y0 - 8 }
    const free = taken.every(
      (one) => Math.abs(one.y - box.y) > 14 || one.right < box.left || box.right < one.left,
    )
    if (!free) return []
    taken.push(box)
    return [{ x: round(at), y: box.y, text, anchor: 'middle' as const }]
  })
}

/** A crowd's size in numbers: "200–300", "at least 200", "at most 300"; "not known" without any. */
export function sizeWords(low: number | null, high: number | null): string {
  const words = (size: number) => size.toLocaleString('en')
  if (low !== null && high !== null)
    return low === high ? words(low) : `${words(low)}–${words(high)}`
  if (low !== null) return `at least ${words(low)}`
  return high === null ? 'not known' : `at most ${words(high)}`
}
