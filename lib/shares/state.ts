import { isPending, readClock } from '../demands/clock'
import { daySpanInWords, spanLength, type DaySpan } from '../demands/spans'
import { keysOf, standingLabels, type Standing } from '../schemas/words'
import type { SharedDemand } from './record'

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
 * standing with where it is so and for how long nobody answered, where the link lets that be known.
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
      return of.length > 0 ? [partOf(standing, of)] : []
    }),
  ]
}

/** The same sentence as plain text, with how many entries there are; empty where there is nothing. */
export function stateInWords(
  demands: readonly SharedDemand[],
  { asOf, entries }: { asOf: string; entries: number },
): string {
  const [all, ...parts] = stateOf(demands, asOf)
  const standing = parts.map(({ lead, names, more }) => `${lead}${names.join(' and ')}${more}`)
  const first = all && `${all.lead}${standing.length > 0 ? `: ${standing.join('; ')}` : ''}.`
  const last = entries > 0 && `${countOf(entries, 'entry', 'entries')}.`
  return [first, last].filter(Boolean).join(' ')
}

function cellOf(
  { number }: SharedDemand,
  { name, standing, clock, disputes }: SharedDemand['targets'][number],
  asOf: string,
): Cell | null {
  if (standing === null) return null
  const reading = clock && isPending(standing) ? readClock(clock, asOf) : null
  const silence = reading?.state === 'silent' ? reading.silence : null
  return { number, name, standing, silence, disputed: disputes.length > 0 }
}

function partOf(standing: Standing, cells: Cell[]): StatePart {
  const numbers = [...new Set(cells.map(({ number }) => number))]
  const names = [...new Set(cells.map(({ name }) => name))]
  const counted = names.length > MOST_NAMES
  const where = counted ? countOf(names.length, 'organization') : ''
  return {
    lead: `${numbers.length} ${standingLabels[standing].toLowerCase()} at ${where}`,
    names: counted ? [] : names,
    more: silenceOf(cells) + disputedOf(cells),
    href: numbers.length === 1 ? `#${demandAnchor(numbers[0] ?? 0)}` : '#demands',
  }
}

function silenceOf(cells: Cell[]): string {
  const silences = cells.flatMap(({ silence }) => silence ?? [])
  const [longest] = silences.sort((a, b) => spanLength(b) - spanLength(a))
  if (!longest || spanLength(longest) === 0) return ''
  const same = silences.every((one) => daySpanInWords(one) === daySpanInWords(longest))
  const days = same ? daySpanInWords(longest) : `up to ${daySpanInWords(longest)}`
  const some = silences.length < cells.length ? `${silences.length} of them ` : ''
  return `, ${some}unanswered for ${days}`
}

function disputedOf(cells: Cell[]): string {
  const disputed = cells.filter((cell) => cell.disputed).length
  if (disputed === 0) return ''
  return disputed === cells.length ? ', disputed' : `, ${disputed} of them disputed`
}

function countOf(count: number, noun: string, several = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : several}`
}
