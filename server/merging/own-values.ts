import 'server-only'
import type { MergeableRecord } from '@/lib/merging'
import { stricter } from '@/lib/people/consent'
import type { MergeInput } from '@/lib/schemas/merging'
import type { Consent } from '@/lib/schemas/words'
import type { Tx } from '../db'
import { AppError } from '../errors'
import type { JsonRow } from './fields'
import { putBehind, type Step } from './steps'

/** What follows by itself for the kept record: other names, the stricter consent, all tags. */
export function ownValues(
  record: MergeableRecord,
  kept: JsonRow,
  gone: JsonRow,
  take: MergeInput['take'],
): JsonRow {
  if (record === 'entry') return { tags: union(kept.tags, gone.tags) }
  if (record === 'source') return {}
  const name = take.name === 'gone' ? gone.name : kept.name
  const names = union([kept.name, gone.name], union(kept.other_names, gone.other_names))
  const other_names = names.filter((one) => one.toLowerCase() !== String(name).toLowerCase())
  if (record === 'organization') return { other_names }
  const consent = stricter(kept.consent as Consent, gone.consent as Consent)
  const from = consent === kept.consent ? kept : gone
  return { other_names, consent, consent_reason: from.consent_reason }
}

/**
 * Clears the way for what is moved: an organization that is a part of the one that goes, and the
 * second working value of a field.
 *
 * @throws AppError `invalid` where the kept organization would become a part of itself.
 */
export async function beforeMoving(
  tx: Tx,
  record: MergeableRecord,
  kept: JsonRow,
  gone: JsonRow,
): Promise<Step[]> {
  if (record === 'organization') return liftOut(tx, kept, gone)
  if (record === 'entry') {
    const behind = await putBehind(tx, record, String(gone.id))
    return [...behind, ...(await yieldWorking(tx, String(kept.id), String(gone.id)))]
  }
  return []
}

async function liftOut(tx: Tx, kept: JsonRow, gone: JsonRow): Promise<Step[]> {
  const [keptId, goneId] = [String(kept.id), String(gone.id)]
  const [below] = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive above as (
      select parent_id from organization where id = ${keptId}::uuid
      union select o.parent_id from organization o join above on o.id = above.parent_id)
    select exists (select from above where parent_id = ${goneId}::uuid) as found`
  if (!below?.found) return []
  if (kept.parent_id !== goneId) {
    throw new AppError(
      'invalid',
      `“${String(kept.name)}” is below “${String(gone.name)}” in the tree. Keep the upper one, or move it up first.`,
    )
  }
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

async function yieldWorking(tx: Tx, keptId: string, goneId: string): Promise<Step[]> {
  const changed = await tx.$queryRaw<{ id: string }[]>`
    update claim c set working = false
    where c.entry_id = ${goneId}::uuid and c.working and exists (
      select from claim k where k.entry_id = ${keptId}::uuid and k.working and k.field = c.field)
    returning c.id`
  if (changed.length === 0) return []
  const keys = changed.map(({ id }) => ({ id }))
  return [{ did: 'changed', table: 'claim', column: 'working', keys, from: 'true' }]
}

function union(one: unknown, other: unknown): string[] {
  const all = [one, other].flatMap((list) => (Array.isArray(list) ? list.map(String) : []))
  return [...new Map(all.map((name) => [name.toLowerCase(), name])).values()]
}
