import { daySpanInWords, spanLength, type DaySpan } from '../demands/spans'

/** One demand at one target: how long until it was answered, or how long it has not been. */
export type ResponseRow = {
  demand: { number: number; wording: string }
  target: string
  /** The entry that raised it first. */
  raised: { edtf: string; id: string; title: string }
  /** The first response, or null while there is none on record. */
  answered: { edtf: string; id: string; title: string } | null
  /** From the first raising to the first response, or to today: then it is at least this long. */
  span: DaySpan
  /** Actions that carried the demand and are certainly earlier than the response; all so far without one. */
  actions: number
  /** The days of those actions, counted from the raising; null where there are too many rows to draw them. */
  actionDays: number[] | null
}

/** More rows than this are drawn as a distribution. */
export const MOST_ROWS = 24

/** A demand and its target in one line. */
export function rowLabel({ demand, target }: ResponseRow): string {
  return `${demand.number}. ${target}: ${demand.wording}`
}

/** The days that are certain, by which a row is drawn and sorted. */
export function certainDays({ span }: ResponseRow): number {
  return spanLength(span)
}

/** "12 to 40 days", or "at least 12 days" while nothing is answered. */
export function daysWords({ span, answered }: ResponseRow): string {
  if (answered) {
    if (span.most !== null && span.most < 0) return 'before it was raised'
    if (span.most === 0) return span.least === null ? 'by the same day' : 'the same day'
    return daySpanInWords(span)
  }
  return daySpanInWords({ ...span, least: spanLength(span), most: null })
}

/** "3 actions before", or "3 actions so far" while nothing is answered. */
export function actionsWords(actions: number, answered: boolean): string {
  const words = `${actions === 0 ? 'no' : actions.toLocaleString('en')} ${actions === 1 ? 'action' : 'actions'}`
  return `${words} ${answered ? 'before' : 'so far'}`
}

/** The longest wait first; of two that are as long, the one that is still waiting. */
export function byLongestWait(rows: ResponseRow[]): ResponseRow[] {
  return [...rows].sort(
    (a, b) =>
      certainDays(b) - certainDays(a) ||
      Number(a.answered !== null) - Number(b.answered !== null) ||
      a.demand.number - b.demand.number ||
      (a.target < b.target ? -1 : 1),
  )
}

/** How many rows lie in a range of numbers; `most` is null where it has no end. */
export type RangeCount = {
  least: number
  most: number | null
  label: string
  answered: number
  silent: number
}

const DAYS = [0, 1, 8, 31, 91, 181, 366, 731]
const ACTIONS = [0, 1, 2, 3, 4, 6, 11, 21]

/** Counts rows by days to a response; a silent one stands where it is today, and may go on. */
export function byDays(rows: ResponseRow[]): RangeCount[] {
  return ranges(DAYS, rows, certainDays, 'days')
}

/** Counts rows by the actions before a response, or so far. */
export function byActions(rows: ResponseRow[]): RangeCount[] {
  return ranges(ACTIONS, rows, ({ actions }) => actions, 'actions')
}

function ranges(
  starts: number[],
  rows: ResponseRow[],
  value: (row: ResponseRow) => number,
  unit: string,
): RangeCount[] {
  return starts.map((least, index) => {
    const next = starts[index + 1]
    const most = next === undefined ? null : next - 1
    const within = rows.filter(
      (row) => value(row) >= least && (most === null || value(row) <= most),
    )
    const answered = within.filter((row) => row.answered !== null).length
    const label =
      most === null
        ? `${least} ${unit} or more`
        : least === most
          ? `${least} ${least === 1 ? unit.slice(0, -1) : unit}`
          : `${least}–${most} ${unit}`
    return { least, most, label, answered, silent: within.length - answered }
  })
}
