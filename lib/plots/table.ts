import { dateInWords } from '../dates/words'
import { laneLabels } from '../kinds/index'
import { standingLabels } from '../schemas/words'
import { filterLanes } from '../timeline/filters'
import { writeCsv } from '../formats/csv'
import { sizeWords } from './crowds'
import type { PlotData } from './plots'
import {
  byActions,
  byDays,
  daysWords,
  byLongestWait,
  MOST_ROWS,
  type RangeCount,
  type ResponseRow,
} from './responses'
import { standingOrder } from './standings'

/** A cell: its text, and the entry or demand that it tells of. */
export type PlotCell = string | { text: string; entry: string } | { text: string; demand: number }
/** A plot's numbers; `numeric` are the columns that stand to the right. */
export type PlotTable = { columns: string[]; numeric: number[]; rows: PlotCell[][] }

const size = (value: number | null) => (value === null ? '' : String(value))
const number = (value: number) => value.toLocaleString('en')
const day = (edtf: string) => dateInWords(edtf, { weekday: false })

/** A plot's numbers as a table for reading: what is many is put together as in the drawing. */
export function plotTable(data: PlotData): PlotTable {
  switch (data.name) {
    case 'standings': {
      const used = standingOrder.filter((one) => data.steps.some(({ counts }) => counts[one] > 0))
      return {
        columns: ['From', ...used.map((one) => standingLabels[one]), 'All'],
        numeric: rest(used.length + 1),
        rows: data.steps.map(({ day: from, counts, all }) => [
          day(from),
          ...used.map((one) => number(counts[one])),
          number(all),
        ]),
      }
    }
    case 'responses':
      return data.rows.length > MOST_ROWS ? rangeTable(byDays(data.rows)) : rowTable(data.rows)
    case 'actions':
      return data.rows.length > MOST_ROWS ? rangeTable(byActions(data.rows)) : rowTable(data.rows)
    case 'entries':
      return monthTable(data.months)
    case 'crowds':
      return crowdTable(data.crowds)
  }
}

function rest(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

function rowTable(rows: ResponseRow[]): PlotTable {
  return {
    columns: ['Demand', 'Target', 'First raised', 'First response', 'Days', 'Actions'],
    numeric: [4, 5],
    rows: byLongestWait(rows).map((row) => {
      const { demand, target, raised, answered, actions } = row
      return [
        { text: `${demand.number}. ${demand.wording}`, demand: demand.number },
        target,
        { text: day(raised.edtf), entry: raised.id },
        answered ? { text: day(answered.edtf), entry: answered.id } : 'None on record',
        daysWords(row),
        `${number(actions)} ${answered ? 'before' : 'so far'}`,
      ]
    }),
  }
}

function rangeTable(ranges: RangeCount[]): PlotTable {
  const sum = (part: 'answered' | 'silent') => ranges.reduce((all, one) => all + one[part], 0)
  return {
    columns: ['', 'Answered', 'No response on record yet'],
    numeric: [1, 2],
    rows: [
      ...ranges.map(({ label, answered, silent }) => [label, number(answered), number(silent)]),
      ['All', number(sum('answered')), number(sum('silent'))],
    ],
  }
}

function monthTable(counts: Extract<PlotData, { name: 'entries' }>['months']): PlotTable {
  const lanes = filterLanes.filter((lane) => counts.some((one) => one.lane === lane))
  const months = [...new Set(counts.map(({ month }) => month))].sort()
  const found = new Map(counts.map((one) => [`${one.month} ${one.lane}`, one.count]))
  const of = (month: string, lane: string) => found.get(`${month} ${lane}`) ?? 0
  return {
    columns: ['Month, at the earliest', ...lanes.map((lane) => laneLabels[lane])],
    numeric: rest(lanes.length),
    rows: months.map((month) => [
      dateInWords(month),
      ...lanes.map((lane) => number(of(month, lane))),
    ]),
  }
}

function crowdTable({ points, bins }: Extract<PlotData, { name: 'crowds' }>['crowds']): PlotTable {
  if (points)
    return {
      columns: ['Date', 'Action', 'Size', 'In the words used', 'Counted by'],
      numeric: [2],
      rows: points.map(({ edtf, id, title, low, high, words, countedBy }) => [
        day(edtf),
        { text: title, entry: id },
        sizeWords(low, high),
        words,
        countedBy,
      ]),
    }
  return {
    columns: ['From', 'Until', 'Actions with a size', 'Lowest', 'Middle', 'Highest', 'Not known'],
    numeric: [2, 3, 4, 5, 6],
    rows: (bins ?? []).map((bin) => [
      day(bin.day),
      day(bin.last),
      number(bin.sized),
      ...[bin.low, bin.middle, bin.high].map((size) => (size === null ? '' : number(size))),
      number(bin.unknown),
    ]),
  }
}

/**
 * A plot's numbers as CSV: days in EDTF, numbers without marks, one row for each demand at a target
 * whatever their number. A size that is not known is an empty cell.
 */
export function plotCsv(data: PlotData): string {
  switch (data.name) {
    case 'standings':
      return writeCsv([
        ['from', ...standingOrder, 'all'],
        ...data.steps.map(({ day: from, counts, all }) => [
          from,
          ...standingOrder.map((one) => String(counts[one])),
          String(all),
        ]),
      ])
    case 'responses':
    case 'actions':
      return writeCsv([
        [
          ...['demand', 'wording', 'target', 'first_raised', 'first_response', 'answered'],
          ...['days_at_least', 'days_at_most', 'actions_before_or_so_far'],
        ],
        ...byLongestWait(data.rows).map(({ demand, target, raised, answered, span, actions }) => [
          ...[String(demand.number), demand.wording, target, raised.edtf, answered?.edtf ?? ''],
          answered ? 'yes' : 'no',
          // A silence goes on: it has no most.
          ...[size(span.least), size(answered ? span.most : null), String(actions)],
        ]),
      ])
    case 'entries':
      return writeCsv([
        ['month', 'lane', 'entries'],
        ...[...data.months]
          .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
          .map(({ month, lane, count }) => [month, lane, String(count)]),
      ])
    case 'crowds':
      return crowdCsv(data.crowds)
  }
}

function crowdCsv({ points, bins }: Extract<PlotData, { name: 'crowds' }>['crowds']): string {
  if (points)
    return writeCsv([
      ['date', 'title', 'low', 'high', 'words', 'counted_by'],
      ...points.map(({ edtf, title, low, high, words, countedBy }) => [
        ...[edtf, title, size(low), size(high), words, countedBy],
      ]),
    ])
  return writeCsv([
    ['from', 'until', 'actions_with_a_size', 'lowest', 'middle', 'highest', 'not_known'],
    ...(bins ?? []).map((bin) => [
      ...[bin.day, bin.last, String(bin.sized)],
      ...[size(bin.low), size(bin.middle), size(bin.high), String(bin.unknown)],
    ]),
  ])
}
