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
 * What follows by itself for the kept record: other names, the stricter consent, all tags, the
 * stricter way to show a place.
 */
export function ownValues(
  record: MergeableRecord,
  kept: JsonRow,
  gone: JsonRow,
  take: MergeInput['take'],
): JsonRow {
  if (record === 'entry') return { tags: union(kept.tags, gone.tags), ...placeInShares(kept, gone) }
  if (record === 'source') return {}
  const name = take.name === 'gone' ? gone.name : kept.name
  const names = union([kept.name, gone.name], union(kept.other_names, gone.other_names))
  const other_names = names.filter((one) => one.toLowerCase() !== String(name).toLowerCase())
  if (record === 'organization') return { other_names }
  const consent = stricter(kept.consent as Consent, gone.consent as Consent)
  const from = consent === kept.consent ? kept : gone
  return { other_names, consent, consent_reason: from.consent_reason }
}

// From the loosest to the strictest.
const PRECISIONS = ['exact', 'town', 'hidden']

// Two entries that are one must not show a place that one of them hid.
function placeInShares(kept: JsonRow, gone: JsonRow): JsonRow {
  const strictness = ({ place_precision }: JsonRow) => PRECISIONS.indexOf(String(place_precision))
  const stricterRow = strictness(gone) > strictness(kept) ? gone : kept
  const until = ({ place_hidden_until: moment }: JsonRow) =>
    typeof moment === 'string' ? Date.parse(moment) : 0
  const later = until(gone) > until(kept) ? gone : kept
  return {
    place_precision: stricterRow.place_precision,
    place_hidden_until: later.place_hidden_until,
  }
}

/**
 * Clears the way for what is moved: an organization that is a part of the one that goes, and the
 * second working value of a field. `taken` names the fields that are the going record's.
 *
 * @throws AppError `invalid` where the kept organization would become a part of itself.
 */
export async function beforeMoving(
  tx: Tx,
  record: MergeableRecord,
  kept: JsonRow,
  gone: JsonRow,
  taken: ReadonlySet<string>,
): Promise<Step[]> {
  if (record === 'organization') return liftOut(tx, kept, gone)
  if (record === 'entry') {
    const behind = await putBehind(tx, record, String(gone.id))
    const steps = [...behind]
    for (const field of claimFields)
      steps.push(...(await yieldWorking(tx, field, taken.has(field), kept, gone)))
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
export async function refuseBelow(tx: Tx, kept: JsonRow, gone: JsonRow): Promise<boolean> {
  const [keptId, goneId] = [String(kept.id), String(gone.id)]
  const [below] = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive above as (
      select parent_id from organization where id = ${keptId}::uuid
      union select o.parent_id from organization o join above on o.id = above.parent_id)
    select exists (select from above where parent_id = ${goneId}::uuid) as found`
  if (!below?.found) return false
  if (kept.parent_id !== goneId) {
    throw new AppError(
      'invalid',
      `“${String(kept.name)}” is below “${String(gone.name)}” in the tree. Keep the upper one, or move it up first.`,
    )
  }
  return true
}

async function liftOut(tx: Tx, kept: JsonRow, gone: JsonRow): Promise<Step[]> {
  const [keptId, goneId] = [String(kept.id), String(gone.id)]
  if (!(await refuseBelow(tx, kept, gone))) return []
  const up = typeof gone.parent_id === 'string' ? gone.parent_id : null
  await tx.$executeRaw`
    update organization set parent_id = ${up}::uuid where id = ${keptId}::uuid`
  kept.parent_id = up
  return [
    {
      ...({ did: 'changed', table: 'organization', column: 'parent_id' } as const),
      ...{ keys: [{ id: keptId }], from: goneId },
    },
  ]
}

// The working value of a field is that of the entry from which the field is taken.
async function yieldWorking(
  tx: Tx,
  field: ClaimField,
  taken: boolean,
  kept: JsonRow,
  gone: JsonRow,
): Promise<Step[]> {
  const [winner, loser] = taken ? [gone, kept] : [kept, gone]
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
