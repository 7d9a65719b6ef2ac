import { dayExists, daysInMonth, isoDay } from '../dates/calendar'
import { entryKinds, lanes, type EntryKind, type Lane } from '../kinds/names'
import type { EntryStatus } from '../schemas/words'

/** Demands make a lane of their own, from the entries that raise or repeat them. */
export type FilterLane = Lane | 'demand'
export const filterLanes = [...lanes, 'demand'] as const satisfies readonly FilterLane[]

/** How well a date is known: to the day, less than that, or sources that differ. */
export const certainties = ['exact', 'uncertain', 'differ'] as const
export type Certainty = (typeof certainties)[number]

/** What a second person checked, the entry as it is or one of its quotes, what not, and what is disputed. */
const checks = ['yes', 'no', 'quote', 'disputed'] as const
export type Check = (typeof checks)[number]

export const filterStatuses = [
  'draft',
  'in_review',
  'published',
] as const satisfies readonly EntryStatus[]

/**
 * What is asked of a timeline. Several values of one field widen it, several fields narrow each
 * other; an empty field asks nothing. Lists are in one fixed order without repeats, so that two
 * filters that ask the same are equal.
 */
export type TimelineFilter = {
  /** Words that must all be found, in any order. */
  text: string
  lanes: FilterLane[]
  kinds: EntryKind[]
  /** Ids; each stands for the organization with its divisions. */
  organizations: string[]
  /** Ids of people who appear, or whose account it is. */
  people: string[]
  /** Numbers of the campaign's demands. */
  demands: number[]
  tags: string[]
  places: string[]
  /** A year, a month or a day (`2018`, `2018-03`, `2018-03-05`); what overlaps the range is in it. */
  from: string | null
  to: string | null
  certainty: Certainty[]
  /** With a source, without one, or null for either. */
  sourced: boolean | null
  checks: Check[]
  statuses: EntryStatus[]
}

/** The filter that asks nothing. */
export const noFilter: TimelineFilter = {
  text: '',
  lanes: [],
  kinds: [],
  organizations: [],
  people: [],
  demands: [],
  tags: [],
  places: [],
  from: null,
  to: null,
  certainty: [],
  sourced: null,
  checks: [],
  statuses: [],
}

/** Parameters as a page has them (`searchParams`) or as an address does. */
export type Params = URLSearchParams | Record<string, string | string[] | undefined>

const MOST_VALUES = 50
const LONGEST = 200
const MOST_DEMANDS = 100_000
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads a filter from an address. What is unknown or malformed asks nothing: a filter can only
 * narrow what its reader may see, so a wrong one never shows more than none.
 */
export function readFilter(params: Params): TimelineFilter {
  const all = (name: string) => paramsNamed(params, name)
  const one = (name: string) => all(name)[0] ?? ''
  return {
    text: plainText(one('q')),
    lanes: known(filterLanes, all('lane')),
    kinds: known(entryKinds, all('kind')),
    organizations: ids(all('org')),
    people: ids(all('person')),
    demands: numbers(all('demand')),
    tags: texts(all('tag')),
    places: texts(all('place')),
    from: readPoint(one('from')),
    to: readPoint(one('to')),
    certainty: known(certainties, all('date')),
    sourced: readYesNo(one('source')),
    checks: known(checks, all('checked')),
    statuses: known(filterStatuses, all('status')),
  }
}

/** The parameters that `readFilter` reads back as the same filter, in one fixed order. */
export function filterParams(filter: TimelineFilter): URLSearchParams {
  const params = new URLSearchParams()
  const add = (name: string, values: readonly (string | number | null)[]) => {
    for (const value of values)
      if (value !== null && value !== '') params.append(name, String(value))
  }
  add('q', [filter.text])
  add('lane', filter.lanes)
  add('kind', filter.kinds)
  add('org', filter.organizations)
  add('person', filter.people)
  add('demand', filter.demands)
  add('tag', filter.tags)
  add('place', filter.places)
  add('from', [filter.from])
  add('to', [filter.to])
  add('date', filter.certainty)
  add('source', [yesNo(filter.sourced)])
  add('checked', filter.checks)
  add('status', filter.statuses)
  return params
}

/**
 * The parameters that a filter was read without: unknown ones, and values that ask nothing. Where an address
 * ignores them, a file that is written by it would hold more than was asked for.
 */
export function notUnderstood(asked: URLSearchParams): string[] {
  const understood = filterParams(readFilter(asked))
  return [...asked]
    .filter(([name, value]) => !understood.getAll(name).includes(value))
    .map(([name, value]) => `${name}=${value}`)
}

/** Whether a filter asks nothing. */
export function isEmptyFilter(filter: TimelineFilter): boolean {
  return filterParams(filter).size === 0
}

/** How many things a filter asks. */
export function filterSize(filter: TimelineFilter): number {
  return filterParams(filter).size
}

/** The days, ISO, between which an entry must lie at least in part; null where there is no limit. */
export function filterDays(filter: TimelineFilter): { first: string | null; last: string | null } {
  return {
    first: filter.from && firstDayOfPoint(filter.from),
    last: filter.to && lastDayOfPoint(filter.to),
  }
}

/** The first day of a year, month or day as an address writes it. */
export function firstDayOfPoint(point: string): string {
  return `${point}-01-01`.slice(0, 10)
}

/** The last day of a year, month or day as an address writes it. */
export function lastDayOfPoint(point: string): string {
  const [year = 1, month = 12, day] = point.split('-').map(Number)
  return isoDay(year, month, day ?? daysInMonth(year, month))
}

/** A year, month or day that exists, as it is written; null for every other text. */
export function readPoint(text: string): string | null {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return null
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
  return dayExists(year, month, day) ? text : null
}

/** All values of a parameter, none where it is missing. */
export function paramsNamed(params: Params, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name)
  const value = Object.hasOwn(params, name) ? params[name] : undefined
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function readYesNo(value: string): boolean | null {
  return value === 'yes' ? true : value === 'no' ? false : null
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no'
}

function known<T extends string>(allowed: readonly T[], values: string[]): T[] {
  return allowed.filter((value) => values.includes(value))
}

function ids(values: string[]): string[] {
  return distinct(values.map((value) => value.toLowerCase()).filter((value) => UUID.test(value)))
}

function numbers(values: string[]): number[] {
  const found = values.filter((value) => /^[1-9]\d{0,5}$/.test(value)).map(Number)
  return [...new Set(found.filter((value) => value <= MOST_DEMANDS))]
    .sort((a, b) => a - b)
    .slice(0, MOST_VALUES)
}

function texts(values: string[]): string[] {
  return distinct(values.map(plainText).filter((value) => value !== ''))
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort().slice(0, MOST_VALUES)
}

// A database can hold neither NUL nor a lone surrogate, so no entry is found by one.
function plainText(text: string): string {
  const tidy = text.trim().replaceAll(/\s+/g, ' ')
  return tidy.length <= LONGEST && tidy.isWellFormed() && !tidy.includes('\0') ? tidy : ''
}
