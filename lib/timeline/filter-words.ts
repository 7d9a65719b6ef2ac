import { dateInWords } from '../dates/words'
import { kindOf } from '../kinds/index'
import type { EntryKind } from '../kinds/names'
import { nameList } from '../kinds/define'
import type { EntryStatus } from '../schemas/words'
import {
  isEmptyFilter,
  type Certainty,
  type Check,
  type FilterLane,
  type TimelineFilter,
} from './filters'

/** What the ids and numbers of a filter are called; what is missing is not named. */
export type FilterNames = {
  organizations: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  /** A demand's present wording by its number. */
  demands: ReadonlyMap<number, string>
}

/** Names of nothing, for a filter that names no record. */
export const noNames: FilterNames = {
  organizations: new Map(),
  people: new Map(),
  demands: new Map(),
}

const laneWords: Record<FilterLane, string> = {
  action: 'actions',
  response: 'responses',
  outcome: 'outcomes',
  context: 'context',
  demand: 'entries that raise a demand',
}

const CHECKS: Record<Check, string> = {
  yes: 'checked by a second person',
  no: 'not checked by a second person',
  quote: 'with a quote that a second person checked',
  disputed: 'disputed',
}

const CERTAINTY: Record<Certainty, string> = {
  exact: 'a date known to the day',
  uncertain: 'an uncertain date',
  differ: 'a date on which sources differ',
}

const STATUS: Record<EntryStatus, string> = {
  draft: 'drafts',
  in_review: 'in review',
  published: 'published',
}

/**
 * Says what is shown: "38 of 506 entries: actions at Amazon since 2018". Without a filter it says
 * how many there are.
 */
export function filterInWords(
  filter: TimelineFilter,
  counts: { shown: number; all: number },
  names: FilterNames,
): string {
  const all = counts.all.toLocaleString('en')
  if (isEmptyFilter(filter)) return `${all} ${counts.all === 1 ? 'entry' : 'entries'}`
  const of = `${counts.shown.toLocaleString('en')} of ${all} ${counts.all === 1 ? 'entry' : 'entries'}`
  return `${of}: ${whatIsAsked(filter, names)}`
}

/** The filter alone in words: "actions at Amazon since 2018". */
function whatIsAsked(filter: TimelineFilter, names: FilterNames): string {
  const parts = [
    subject(filter),
    filter.organizations.length > 0 &&
      `at ${either(filter.organizations.map((id) => names.organizations.get(id) ?? 'an organization that is not listed'))}`,
    filter.people.length > 0 &&
      `with ${either(filter.people.map((id) => names.people.get(id) ?? 'a person who is not listed'))}`,
    filter.demands.length > 0 && `on ${either(filter.demands.map((n) => demandWords(n, names)))}`,
    filter.places.length > 0 && `in ${either(filter.places)}`,
    filter.tags.length > 0 && `tagged ${either(filter.tags)}`,
    filter.text !== '' && `with “${filter.text}”`,
    span(filter),
    filter.certainty.length > 0 && `with ${either(filter.certainty.map((one) => CERTAINTY[one]))}`,
    filter.sourced !== null && (filter.sourced ? 'with a source' : 'without a source'),
    filter.checks.length > 0 && either(filter.checks.map((one) => CHECKS[one])),
    filter.statuses.length > 0 && `(${either(filter.statuses.map((status) => STATUS[status]))})`,
  ]
  return parts.filter(Boolean).join(' ')
}

function subject({ lanes, kinds }: TimelineFilter): string {
  const found = nameList(kinds.map(kindWords))
  const among = lanes.map((lane) => laneWords[lane])
  if (lanes.length === 0 || kinds.length === 0) return found || nameList(among) || 'entries'
  return lanes.every((lane) => lane === 'demand')
    ? `${found} that raise a demand`
    : `${found} among ${nameList(among)}`
}

function kindWords(kind: EntryKind): string {
  const { label, plural } = kindOf(kind)
  const one = label.toLowerCase()
  if (plural) return plural
  if (/(?:s|x|z|ch|sh)$/.test(one)) return `${one}es`
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`
}

function demandWords(number: number, names: FilterNames): string {
  const wording = names.demands.get(number)
  return wording ? `demand ${number} (${wording})` : `demand ${number}`
}

function span({ from, to }: TimelineFilter): string | false {
  if (from && to) return from === to ? only(from) : `from ${say(from)} to ${say(to)}`
  if (from) return `since ${say(from)}`
  return to !== null && `until ${say(to)}`
}

function only(point: string): string {
  return `${point.length === 10 ? 'on' : 'in'} ${say(point)}`
}

function say(point: string): string {
  return dateInWords(point, { weekday: false })
}

function either(words: string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
