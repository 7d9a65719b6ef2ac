import 'server-only'
import type { MergeableRecord } from '@/lib/merging'
import { stricter } from '@/lib/people/consent'
import type { MergeInput } from '@/lib/schemas/merging'
import { claimFieldLabels, keysOf, type ClaimField, type Consent } from '@/lib/schemas/words'
import type { Tx } from '../db'
import { AppError } from '../errors'
import type { JsonRow } from './fields'
import type { Step } from './detail'
import { putBehind } from './steps'

const claimFields = keysOf(claimFieldLabels)

/**
 * What follows by itself for the surviving record: other names, the stricter consent, all tags, the
 * stricter way to show a place.
 */
export function ownValues(
  record: MergeableRecord,
  survivor: JsonRow,
  duplicate: JsonRow,
  take: MergeInput['take'],
): JsonRow {
  if (record === 'entry')
    return { tags: union(survivor.tags, duplicate.tags), ...placeInShares(survivor, duplicate) }
  if (record === 'source') return {}
  const name = take.name === 'duplicate' ? duplicate.name : survivor.name
  const names = union(
    [survivor.name, duplicate.name],
    union(survivor.other_names, duplicate.other_names),
  )
  const other_names = names.filter((one) => one.toLowerCase() !== String(name).toLowerCase())
  if (record === 'organization') return { other_names }
  const consent = stricter(survivor.consent as Consent, duplicate.consent as Consent)
  const from = consent === survivor.consent ? survivor : duplicate
  return { other_names, consent, consent_reason: from.consent_reason }
}

// From the loosest to the strictest.
const PRECISIONS = ['exact', 'town', 'hidden']

// Two entries that are one must not show a place that one of them hid.
function placeInShares(survivor: JsonRow, duplicate: JsonRow): JsonRow {
  const strictness = ({ place_precision }: JsonRow) => PRECISIONS.indexOf(String(place_precision))
  const stricterRow = strictness(duplicate) > strictness(survivor) ? duplicate : survivor
  const until = ({ place_hidden_until: moment }: JsonRow) =>
    typeof moment === 'string' ? Date.parse(moment) : 0
  const later = until(duplicate) > until(survivor) ? duplicate : survivor
  return {
    place_precision: stricterRow.place_precision,
    place_hidden_until: later.place_hidden_until,
  }
}

/**
 * Clears the way for what is moved: an organization that is a part of the one that goes, and the
 * second working value of a field. `taken` names the fields that are the going record's.
 *
 * @throws AppError `invalid` where the surviving organization would become a part of itself.
 */
export async function beforeMoving(
  tx: Tx,
  record: MergeableRecord,
  survivor: JsonRow,
  duplicate: JsonRow,
  taken: ReadonlySet<string>,
): Promise<Step[]> {
  if (record === 'organization') return liftOut(tx, survivor, duplicate)
  if (record === 'entry') {
    const behind = await putBehind(tx, record, String(duplicate.id))
    const steps = [...behind]
    for (const field of claimFields)
      steps.push(...(await yieldWorking(tx, field, taken.has(field), survivor, duplicate)))
    return steps
  }
  return []
}

/**
 * Refuses an organization that stands further below the one that would go into it.
 *
 * @returns whether it stands right below it
 * @throws AppError `invalid`.
 */
export async function refuseBelow(tx: Tx, survivor: JsonRow, duplicate: JsonRow): Promise<boolean> {
  const [survivorId, duplicateId] = [String(survivor.id), String(duplicate.id)]
  const [below] = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive above as (
      select parent_id from organization where id = ${survivorId}::uuid
      union select o.parent_id from organization o join above on o.id = above.parent_id)
    select exists (select from above where parent_id = ${duplicateId}::uuid) as found`
  if (!below?.found) return false
  if (survivor.parent_id !== duplicateId) {
    throw new AppError(
      'invalid',
      `“${String(survivor.name)}” is below “${String(duplicate.name)}” in the tree. Keep the upper one, or move it up first.`,
    )
  }
  return true
}

async function liftOut(tx: Tx, survivor: JsonRow, duplicate: JsonRow): Promise<Step[]> {
  const [survivorId, duplicateId] = [String(survivor.id), String(duplicate.id)]
  if (!(await refuseBelow(tx, survivor, duplicate))) return []
  const up = typeof duplicate.parent_id === 'string' ? duplicate.parent_id : null
  await tx.$executeRaw`
    update organization set parent_id = ${up}::uuid where id = ${survivorId}::uuid`
  survivor.parent_id = up
  return [
    {
      ...({ did: 'changed', table: 'organization', column: 'parent_id' } as const),
      ...{ keys: [{ id: survivorId }], from: duplicateId },
    },
  ]
}

// The working value of a field is that of the entry from which the field is taken.
async function yieldWorking(
  tx: Tx,
  field: ClaimField,
  taken: boolean,
  survivor: JsonRow,
  duplicate: JsonRow,
): Promise<Step[]> {
  const [winner, loser] = taken ? [duplicate, survivor] : [survivor, duplicate]
  const value = String({ date: winner.edtf, place: winner.place, crowd: winner.crowd_words }[field])
  const changed = await tx.$queryRaw<{ id: string }[]>`
    update claim c set working = false
    where c.entry_id = ${String(loser.id)}::uuid and c.field = ${field}::claim_field and c.working
      and (lower(c.value) <> lower(${value}) or exists (
        select from claim w
        where w.entry_id = ${String(winner.id)}::uuid and w.working and w.field = c.field))
    returning c.id`
  if (changed.length === 0) return []
  const keys = changed.map(({ id }) => ({ id }))
  return [{ did: 'changed', table: 'claim', column: 'working', keys, from: 'true' }]
}

function union(one: unknown, other: unknown): string[] {
  const all = [one, other].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
}
