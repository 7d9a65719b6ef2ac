import 'server-only'
import type { Tx } from '../db'

/**
 * The ids of these organizations and of all that belongs to them: a division belongs to its parent,
 * and a division of a division too.
 */
export async function withDivisions(tx: Tx, organizations: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive wanted as (
      select id from organization where id = any(${organizations}::uuid[])
      union
      select o.id from organization o join wanted w on o.parent_id = w.id
    )
    select id from wanted`
  return rows.map(({ id }) => id)
}
