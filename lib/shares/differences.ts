import { entryFieldList } from '../entries/fields/index'
import { standingLabels } from '../schemas/words'
import type { LinkedDemand, LinkedEntry, SharedEntry } from './record'

type Record = { demands: LinkedDemand[]; entries: LinkedEntry[] }
/** What is told of is what is there now. */
type Now = { demands: LinkedDemand[]; entries: SharedEntry[] }

/** An entry whose words changed, and which of them, in words. */
type ChangedEntry = { entry: SharedEntry; fields: string[] }

/** What is different in a record now: entries as they stand now, standings in words. */
export type Differences = {
  added: SharedEntry[]
  changed: ChangedEntry[]
  /** How many entries are no longer there. */
  gone: number
  standings: string[]
}

/** Compares what a link showed with what it shows. Both must be as its readers may see them. */
export function differences(before: Record, after: Now): Differences {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]))
  const now = new Set(after.entries.map(({ id }) => id))
  return {
    added: after.entries.filter(({ id }) => !old.has(id)),
    changed: after.entries.flatMap((entry) => {
      const was = old.get(entry.id)
      const fields = was ? changedParts(was, entry) : []
      return fields.length > 0 ? [{ entry, fields }] : []
    }),
    gone: before.entries.filter(({ id }) => !now.has(id)).length,
    standings: standingsChanged(before.demands, after.demands),
  }
}

function changedParts(before: LinkedEntry, after: LinkedEntry): string[] {
  const words = entryFieldList().flatMap(([, { change, shown }]) => {
    const keys = Object.keys(shown) as (keyof LinkedEntry)[]
    return change && keys.some((key) => !same(before[key], after[key])) ? [change.words] : []
  })
  return [...new Set(words)]
}

// Rows of an entry may be saved anew with the same words: their ids say nothing to a reader, nor does
// the order in which their parts were read.
function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(value, (key, part: unknown) => (key === 'id' ? undefined : inOrder(part)))
  return text(one) === text(other)
}

function inOrder(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function standingsChanged(before: LinkedDemand[], after: LinkedDemand[]): string[] {
  const old = new Map(before.map((demand) => [demand.id, demand]))
  return after.flatMap((demand) => {
    const was = old.get(demand.id)
    if (!was) return [`Demand ${demand.number} was added.`]
    const changes = demand.targets.flatMap((target) => {
      const stood = was.targets.find(({ id }) => id === target.id)?.standing
      if (stood === target.standing || target.standing === null) return []
      const now = standingLabels[target.standing].toLowerCase()
      const from = stood ? `, before: ${standingLabels[stood].toLowerCase()}` : ''
      return [`Demand ${demand.number} at ${target.name}: now ${now}${from}.`]
    })
    return [
      ...(was.wording === demand.wording ? [] : [`Demand ${demand.number} was reworded.`]),
      ...changes,
    ]
  })
}
