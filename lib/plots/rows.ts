import { countAxis, type CountAxis } from './axes'
import { cutText, plotWidth, round, textWidth, type Frame, type PlotSize } from './frame'
import {
  actionsWords,
  byActions,
  byDays,
  certainDays,
  daysWords,
  byLongestWait,
  MOST_ROWS,
  rowLabel,
  type RangeCount,
  type ResponseRow,
} from './responses'

/** A line from the raising to the response, or to today with an open end. */
export type RowLine = {
  label: string
  y: number
  from: number
  to: number
  answered: boolean
  /** Places of actions on the line. */
  actions: number[]
  text: { x: number; text: string }
}

/** Two bars for a range: those that were answered, and those still silent. */
type RangeBars = RangeCount & { y: number; answeredTo: number; silentTo: number }

export type RowsLayout = {
  frame: Frame
  axis: CountAxis
  axisLabel: string
  lines: RowLine[] | null
  bars: RangeBars[] | null
}

const LINE = 44
const BAR = 46
const FOOT = 42

/** Draws days to a response: a line for each where there are few, a distribution where there are many. */
export function responsesLayout(rows: ResponseRow[], size: PlotSize): RowsLayout | null {
  if (rows.length > MOST_ROWS) return distribution(byDays(rows), 'Demands at targets', size)
  return linesOf(rows, size, daysWords, false)
}

/** Draws the actions on the way to a response, or their distribution. */
export function actionsLayout(rows: ResponseRow[], size: PlotSize): RowsLayout | null {
  if (rows.length > MOST_ROWS) return distribution(byActions(rows), 'Demands at targets', size)
  const words = ({ actions, answered }: ResponseRow) => actionsWords(actions, answered !== null)
  return linesOf(rows, size, words, true)
}

function linesOf(
  rows: ResponseRow[],
  size: PlotSize,
  words: (row: ResponseRow) => string,
  withActions: boolean,
): RowsLayout | null {
  if (rows.length === 0) return null
  const width = plotWidth[size]
  const bottom = rows.length * LINE + 6
  // As much as the longest words need, so that none leaves the drawing.
  const room = Math.max(...rows.map((row) => textWidth(words(row)))) + 16
  const frame: Frame = {
    ...{ width, height: bottom + FOOT, left: 24, right: round(width - room) },
    ...{ top: 0, bottom },
  }
  const most = Math.max(...rows.map(certainDays))
  const axis = countAxis(most, [frame.left, frame.right])
  const lines = byLongestWait(rows).map((row, index) => {
    const to = axis.at(certainDays(row))
    return {
      label: cutText(rowLabel(row), width - 4),
      y: index * LINE + 30,
      ...{ from: frame.left, to, answered: row.answered !== null },
      actions: withActions ? (row.actionDays ?? []).map((days) => axis.at(days)) : [],
      text: { x: round(to + 14), text: words(row) },
    }
  })
  return { frame, axis, axisLabel: 'Days since it was first raised', lines, bars: null }
}

function distribution(counts: RangeCount[], axisLabel: string, size: PlotSize): RowsLayout {
  const width = plotWidth[size]
  const left = round(Math.max(...counts.map(({ label }) => textWidth(label))) + 14)
  const bottom = counts.length * BAR + 4
  const frame: Frame = {
    ...{ width, height: bottom + FOOT, left, right: width - 48 },
    ...{ top: 0, bottom },
  }
  const most = Math.max(...counts.flatMap(({ answered, silent }) => [answered, silent]))
  const axis = countAxis(most, [frame.left, frame.right], size === 'desk' ? 5 : 3)
  const bars = counts.map((count, index) => ({
    ...count,
    y: index * BAR + 4,
    answeredTo: axis.at(count.answered),
    silentTo: axis.at(count.silent),
  }))
  return { frame, axis, axisLabel, lines: null, bars }
}
