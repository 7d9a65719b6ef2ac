import { countsSilence, isPending, readClock } from '../demands/clock'
import { daySpanInWords, spanLength, type DaySpan } from '../demands/spans'
import { keysOf, standingLabels, type Standing } from '../schemas/words'
import { noFilter, filterParams } from '../timeline/filters'
import type { SharedDemand, SharedRequests } from './record'

/**
 * A part of the sentence that says how a record stands: our own words, then the organizations,
 * each in its own direction, and more of our own. `href` opens what it counts.
 */
export type StatePart = { lead: string; names: string[]; more: string; href: string }

/** Where a demand stands on a link's page. */
export function demandAnchor(number: number): string {
  return `demand-${number}`
}

type Cell = {
  number: number
  name: string
  standing: Standing
  silence: DaySpan | null
  disputed: boolean
}

/** More names than these are counted. */
const MOST_NAMES = 2

/**
 * How the demands of a record stand, in the parts of one sentence: how many there are, and then each
 * standing with how many demands stand so, where, and for how long nobody answered, where the link
 * lets that be known. A part names organizations only where each of its demands stands so at each.
 *
 * @param asOf ISO day in the campaign's zone.
 */
export function stateOf(demands: readonly SharedDemand[], asOf: string): StatePart[] {
  if (demands.length === 0) return []
  const cells = demands.flatMap((demand) =>
    demand.targets.flatMap((target) => cellOf(demand, target, asOf) ?? []),
  )
  const all = { lead: countOf(demands.length, 'demand'), names: [], more: '', href: '#demands' }
  // What is settled comes first: it is what a campaign has reached.
  const order = keysOf(standingLabels).sort((a, b) => Number(isPending(a)) - Number(isPending(b)))
  return [
    all,
    ...order.flatMap((standing) => {
      const of = cells.filter((cell) => cell.standing === standing)
      return partsOf(standing, of, demands.length === 1)
    }),
  ]
}

/** How many requests for an answer had none, as a sentence by itself. */
export function requestsPart({ asked, unanswered, kinds }: SharedRequests): StatePart {
  const query = filterParams({ ...noFilter, kinds }).toString()
  const lead = `${unanswered.toLocaleString('en')} of ${countOf(asked, 'request')} unanswered`
  return { lead, names: [], more: '', href: `?${query}#timeline` }
}

/** All of it as plain text, with how many entries there are; empty where there is nothing. */
export function stateInWords(
  demands: readonly SharedDemand[],
  { asOf, entries, requests }: { asOf: string; entries: number; requests: SharedRequests | null },
): string {
  const [all, ...parts] = stateOf(demands, asOf)
  const standing = parts.map(({ lead, names, more }) => `${lead}${names.join(' and ')}${more}`)
  const first = all && `${all.lead}${standing.length > 0 ? `: ${standing.join('; ')}` : ''}.`
  const second = requests && `${requestsPart(requests).lead}.`
  const last = entries > 0 && `${countOf(entries, 'entry', 'entries')}.`
  return [first, second, last].filter(Boolean).join(' ')
}

function cellOf(
  { number }: SharedDemand,
  { name, standing, clock, disputes }: SharedDemand['targets'][number],
  asOf: string,
): Cell | null {
  if (standing === null) return null
  const reading = clock && countsSilence(standing) ? readClock(clock, asOf) : null
  const silence = reading?.state === 'silent' ? reading.silence : null
  return { number, name, standing, silence, disputed: disputes.length > 0 }
}

function partsOf(standing: Standing, cells: Cell[], isOnly: boolean): StatePart[] {
  if (cells.length === 0) return []
  const names = [...new Set(cells.map(({ name }) => name))]
  // A few organizations are named, with those demands apart that stand so at fewer of them.
  if (names.length <= MOST_NAMES)
    return [...byPlaces(cells).values()].map((group) =>
      partOf(standing, group, { isOnly, names: [...new Set(group.map(({ name }) => name))] }),
    )
  const across = ` across ${countOf(names.length, 'organization')}`
  return [partOf(standing, cells, { isOnly, names: null, across })]
}

/** The cells of demands that stand so at the same organizations. */
function byPlaces(cells: Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>()
  for (const number of new Set(cells.map((cell) => cell.number))) {
    const of = cells.filter((cell) => cell.number === number)
    const places = JSON.stringify(of.map(({ name }) => name).sort())
    groups.set(places, [...(groups.get(places) ?? []), ...of])
  }
  return groups
}

type Where = { isOnly: boolean } & (
  { names: string[]; across?: undefined } | { names: null; across: string }
)

function partOf(standing: Standing, cells: Cell[], where: Where): StatePart {
  const numbers = [...new Set(cells.map(({ number }) => number))]
  const count = where.isOnly ? '' : `${numbers.length} `
  return {
    lead: `${count}${standingLabels[standing].toLowerCase()}${where.names ? ' at ' : where.across}`,
    names: where.names ?? [],
    more: silenceOf(cells) + disputedOf(cells),
    href: numbers.length === 1 ? `#${demandAnchor(numbers[0] ?? 0)}` : '#demands',
  }
}

function silenceOf(cells: Cell[]): string {
  const silent = cells.filter(({ silence }) => silence !== null)
  const silences = silent.flatMap(({ silence }) => silence ?? [])
  const [longest] = silences.sort((a, b) => spanLength(b) - spanLength(a))
  if (!longest || spanLength(longest) === 0) return ''
  const same = silences.every((one) => daySpanInWords(one) === daySpanInWords(longest))
  const days = same ? daySpanInWords(longest) : `up to ${daySpanInWords(longest)}`
  return `, ${someOf(cells, silent, 'unanswered')} for ${days}`
}

function disputedOf(cells: Cell[]): string {
  const disputed = cells.filter((cell) => cell.disputed)
  return disputed.length > 0 ? `, ${someOf(cells, disputed, 'disputed')}` : ''
}

/** "2 of them unanswered by some": counts demands, and says where it is so at a part of their targets. */
function someOf(cells: Cell[], found: Cell[], word: 'unanswered' | 'disputed'): string {
  const all = new Set(cells.map(({ number }) => number)).size
  const demands = new Set(found.map(({ number }) => number))
  const of = cells.filter(({ number }) => demands.has(number)).length
  const some = demands.size < all ? `${demands.size} of them ` : ''
  const where = word === 'unanswered' ? 'by some' : 'in part'
  return `${some}${word}${of > found.length ? ` ${where}` : ''}`
}

function countOf(count: number, noun: string, several = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : several}`
}
