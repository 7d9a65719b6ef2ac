import { dayFromNumber } from '../dates/calendar'
import { laneLabels } from '../kinds/index'
import type { MonthCount } from '../timeline/counts'
import { filterLanes, type FilterLane } from '../timeline/filters'
import { monthNumber, railBins } from '../timeline/rail'
import { countAxis, timeAxis, type TimeAxis } from './axes'
import { plotWidth, round, type Frame, type PlotSize } from './frame'

/** One lane's row: its own name, how many entries it has, and its bars as one shape. */
type LaneRow = {
  lane: FilterLane
  label: string
  all: number
  top: number
  bottom: number
  path: string
}

export type EntriesLayout = {
  frame: Frame
  time: TimeAxis
  rows: LaneRow[]
  /** Months in a bar: 1, or more where a month would be too thin to see. */
  step: number
  /** The entries of the highest bar, to which all rows are drawn. */
  most: number
}

// The same on a phone, so that what a bar stands for can be said once.
const MOST_BARS = 120
const HEAD = 24
const FOOT = 26

/**
 * Draws the entries of each lane in a row of its own, all to one scale: what is higher is more, and
 * the lanes need no colours to be told apart. Null where there is nothing.
 */
export function entriesLayout(months: MonthCount[], size: PlotSize): EntriesLayout | null {
  const some = months.filter(({ count }) => count > 0)
  if (some.length === 0) return null
  const numbers = some.map(({ month }) => monthNumber(month))
  const low = Math.min(...numbers)
  const span = Math.max(...numbers) + 1 - low
  const step = [1, 3, 12, 60, 120].find((months) => span / months <= MOST_BARS) ?? 1_200
  // A campaign of one month would be one wide bar.
  const bars = Math.max(Math.ceil((low + span) / step) - Math.floor(low / step), 12)
  const first = (Math.ceil((low + span) / step) - bars) * step
  const bins = railBins(some, { first, step })
  const most = Math.max(...bins.map(({ count }) => count))
  const lanes = filterLanes.filter((lane) => bins.some((bin) => bin.lane === lane))
  const width = plotWidth[size]
  const tall = size === 'desk' ? 44 : 38
  const frame: Frame = {
    ...{ width, height: lanes.length * (HEAD + tall) + FOOT },
    ...{ left: 1, right: width - 30, top: 0, bottom: lanes.length * (HEAD + tall) },
  }
  const time = timeAxis(
    firstDay(first),
    firstDay(first + bars * step),
    [frame.left, frame.right],
    width,
  )
  const rows = lanes.map((lane, index) => {
    const top = index * (HEAD + tall) + HEAD
    const bottom = top + tall
    const count = countAxis(most, [bottom, top])
    const own = bins.filter((bin) => bin.lane === lane)
    const path = own
      .map((bin) => {
        const from = time.at(firstDay(bin.start))
        const until = time.at(firstDay(bin.end))
        const wide = Math.max(until - from - (until - from > 4 ? 1 : 0), 0.8)
        // One entry among thousands is still to be seen.
        const y = Math.min(count.at((bin.count / most) * count.most), bottom - 1)
        return `M${from} ${bottom}V${round(y)}h${round(wide)}V${bottom}z`
      })
      .join('')
    const all = own.reduce((sum, bin) => sum + bin.count, 0)
    return { lane, label: laneLabels[lane], all, top, bottom, path }
  })
  return { frame, time, rows, step, most }
}

function firstDay(month: number): string {
  const year = Math.floor(month / 12)
  const days = Date.parse(
    `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00Z`,
  )
  return dayFromNumber(days / 86_400_000) ?? '9999-12-31'
}
