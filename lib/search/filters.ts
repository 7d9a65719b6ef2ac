import { dateBounds } from '../dates/edtf'
import { isKeyOf } from '../keys'
import type { EntryKind } from '../kinds/names'
import { findKind } from '../kinds/index'
import { readPoint } from '../timeline/filters'

/** The kinds of record that can be found, by the word in the address. */
export const recordLabels = {
  entry: 'Entries',
  demand: 'Demands',
  organization: 'Organizations',
  person: 'People',
  source: 'Sources',
} as const

/** A kind of record that search finds. */
export type FoundRecord = keyof typeof recordLabels

/** What is looked for. Days are ISO days; empty texts and null stand for no condition. */
export type SearchFilters = {
  q: string
  record: FoundRecord | null
  kind: EntryKind | null
  /** Words of an organization's name, of whose family entries and demands must be. */
  organization: string
  /** Words of a person's name. */
  person: string
  from: string
  to: string
  /** The cursor of an earlier page. */
  after: string | null
}

/** The parameters of a page's address, as Next gives them. */
export type AddressParams = Record<string, string | string[] | undefined>

const LONGEST_QUERY = 200
const LONGEST_NAME = 100

/** A limit that is not understood: what was written, and why it is not. */
export type LimitProblem = { written: string; message: string }
export type LimitProblems = Partial<Record<'from' | 'to', LimitProblem>>

/**
 * Reads what is looked for from an address. What cannot be understood is left out, and `problems`
 * says so by field.
 */
export function searchFilters(params: AddressParams): {
  filters: SearchFilters
  problems: LimitProblems
} {
  const record = lineOf(params.record, 20)
  const filters: SearchFilters = {
    q: lineOf(params.q, LONGEST_QUERY),
    record: isKeyOf(recordLabels, record) ? record : null,
    kind: findKind(lineOf(params.kind, 40)),
    organization: lineOf(params.organization, LONGEST_NAME),
    person: lineOf(params.person, LONGEST_NAME),
    from: '',
    to: '',
    after: lineOf(params.after, 100) || null,
  }
  const problems: LimitProblems = {}
  for (const side of ['from', 'to'] as const) {
    const written = lineOf(params[side], LONGEST_NAME)
    const point = readPoint(written)
    if (written === '') continue
    if (point) filters[side] = (side === 'from' ? firstDay : lastDay)(point)
    else
      problems[side] = {
        written,
        message: 'Give a year, a month or a day, such as 2026, 2026-02 or 2026-02-13.',
      }
  }
  if (filters.from && filters.to && filters.from > filters.to) {
    problems.to = {
      written: filters.to,
      message: 'The last day lies before the first. Change one of the two.',
    }
  }
  return { filters, problems }
}

/** Whether anything is looked for at all. */
export function isAsked({ q, record, kind, organization, person, from, to }: SearchFilters) {
  return [q, record, kind, organization, person, from, to].some(Boolean)
}

/** How many conditions beside the words are asked. */
export function conditionsOf({ record, kind, organization, person, from, to }: SearchFilters) {
  return [record, kind, organization, person, from, to].filter(Boolean).length
}

/** The address's parameters for the same search with something changed; empty ones are left out. */
export function searchParams(
  filters: SearchFilters,
  change: Partial<SearchFilters> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...filters, ...change }).filter((pair): pair is [string, string] =>
      Boolean(pair[1]),
    ),
  )
}

/**
 * One line of plain text, cut at `longest` UTF-16 units: control characters are blanks, and halves
 * of characters are taken out, since the database refuses both.
 */
export function lineOf(value: string | string[] | undefined, longest: number): string {
  const text = Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
  return text
    .slice(0, longest)
    .replace(/\p{Cs}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

function firstDay(point: string): string {
  return dateBounds(point)?.firstDay ?? point
}

function lastDay(point: string): string {
  return dateBounds(point)?.lastDay ?? point
}

/** Whether a text is an ISO day that exists, from the year 1 on. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) && text > '0000-12-31' ? Date.parse(text) : NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
