import { entryFieldList } from '../entries/fields/index'
import type { CampaignHead } from '../record'
import { standingLabels } from '../schemas/words'
import type { LinkedDemand, LinkedEntry, SharedEntry, SharedHead } from './record'

type Record = { campaign?: CampaignHead; demands: LinkedDemand[]; entries: LinkedEntry[] }
/** What is told of is what is there now. */
type Now = { campaign?: SharedHead; demands: LinkedDemand[]; entries: SharedEntry[] }

/** An entry whose words changed, and which of them, in words. */
type ChangedEntry = { entry: SharedEntry; fields: string[] }

/** What is different in a record now: entries as they stand now, the rest in words. */
export type Differences = {
  added: SharedEntry[]
  changed: ChangedEntry[]
  /** How many entries are no longer there. */
  gone: number
  /** What else changed, in sentences: the demands, and the title and description of the record. */
  besides: string[]
}

/**
 * Compares what a link showed with what it shows. Both must be as its readers may see them.
 *
 * @param frozen what it showed, whether or not its readers may see it still: of what is gone no more
 *   is told than how many entries, and the numbers of demands
 */
export function differences(
  before: Record,
  after: Now,
  frozen: { entries: { id: string }[]; demands: { id: string; number: number }[] } = before,
): Differences {
  const old = new Map(before.entries.map((entry) => [entry.id, entry]))
  const now = new Set(after.entries.map(({ id }) => id))
  return {
    added: after.entries.filter(({ id }) => !old.has(id)),
    changed: after.entries.flatMap((entry) => {
      const was = old.get(entry.id)
      const fields = was ? changedParts(was, entry) : []
      return fields.length > 0 ? [{ entry, fields }] : []
    }),
    gone: frozen.entries.filter(({ id }) => !now.has(id)).length,
    besides: [
      ...headChanged(before.campaign, after.campaign),
      ...demandsGone(frozen.demands, after.demands),
      ...demandsChanged(before.demands, after.demands),
    ],
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

function headChanged(before?: CampaignHead, after?: CampaignHead): string[] {
  if (!before || !after) return []
  const title = before.title === after.title ? [] : ['The title of the record was changed.']
  const summary = before.summary === after.summary ? [] : ['Its description was changed.']
  return [...title, ...summary]
}

function demandsGone(before: { id: string; number: number }[], after: LinkedDemand[]): string[] {
  return before
    .filter(({ id }) => !after.some((demand) => demand.id === id))
    .map(({ number }) => `Demand ${number} was taken out.`)
}

function demandsChanged(before: LinkedDemand[], after: LinkedDemand[]): string[] {
  const old = new Map(before.map((demand) => [demand.id, demand]))
  return after.flatMap((demand) => {
    const was = old.get(demand.id)
    const name = `Demand ${demand.number}`
    if (!was) return [`${name} was added.`]
    const isReworded = was.wording !== demand.wording
    return [
      ...(isReworded ? [`${name} was reworded.`] : []),
      // A new wording makes one more that is earlier.
      ...(isReworded || same(was.earlier, demand.earlier)
        ? []
        : [`${name}: its earlier wordings were changed.`]),
      ...(same(was.counterparties, demand.counterparties)
        ? []
        : [`${name}: the organizations whose ties it concerns were changed.`]),
      ...targetsChanged(was, demand),
    ]
  })
}

function targetsChanged(before: LinkedDemand, after: LinkedDemand): string[] {
  const gone = before.targets.filter(({ id }) => !after.targets.some((one) => one.id === id))
  return [
    ...gone.map(({ name }) => `Demand ${after.number}: ${name} is no longer a target.`),
    ...after.targets.flatMap((target) => {
      const at = `Demand ${after.number} at ${target.name}`
      const was = before.targets.find(({ id }) => id === target.id)
      if (target.standing !== null) return statusChanged(at, was, target)
      return was ? [] : [`Demand ${after.number}: ${target.name} is a target now.`]
    }),
  ]
}

type Target = LinkedDemand['targets'][number]

function statusChanged(at: string, was: Target | undefined, target: Target): string[] {
  if (target.standing === null) return []
  const now = standingLabels[target.standing].toLowerCase()
  if (was?.standing !== target.standing) {
    const from = was?.standing ? `, before: ${standingLabels[was.standing].toLowerCase()}` : ''
    return [`${at}: now ${now}${from}.`]
  }
  const parts: [boolean, string][] = [
    [was.since === target.since, `the date from which it is ${now}`],
    [was.evidence?.id === target.evidence?.id, 'the entry that its status rests on'],
    [was.note === target.note, 'the note on its status'],
    [same(was.disputes, target.disputes), 'a dispute of its status'],
    // The last of them is the status itself.
    [
      same(was.history.slice(0, -1), target.history.slice(0, -1)),
      'the list of its earlier statuses',
    ],
  ]
  return parts.filter(([isSame]) => !isSame).map(([, part]) => `${at}: ${part} was changed.`)
}
