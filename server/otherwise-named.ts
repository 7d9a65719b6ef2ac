import 'server-only'
import type { Tx } from './db'
import { named } from './trash/references'

/** The ids of organizations or people that have this other name, whatever its case. */
export async function otherwiseNamed(
  tx: Tx,
  record: 'organization' | 'person',
  name: string,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select t.id from ${named(record)} t
    where t.trashed_at is null and cardinality(t.other_names) > 0
      and exists (select from unnest(t.other_names) other where lower(other) = lower(${name}))`
  return rows.map(({ id }) => id)
}
