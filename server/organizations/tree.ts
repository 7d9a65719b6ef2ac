import 'server-only'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'

/**
 * Makes sure that an organization may have this parent: not itself, and none that is below it. Until
 * the transaction ends nobody else can change a parent in the workspace, since two moves that are
 * right alone can make a ring together.
 *
 * @throws AppError `invalid` at `parent` for a ring.
 */
export async function requireNoRing(
  tx: Tx,
  viewer: Viewer,
  id: string,
  parentId: string,
): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`organizations ${viewer.workspaceId}`}, 0))`
  const [ring] = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive above as (
      select id, parent_id from organization where id = ${parentId}::uuid
      union
      select o.id, o.parent_id from organization o join above on o.id = above.parent_id
    )
    select exists (select 1 from above where id = ${id}::uuid) as found`
  if (!ring?.found) return
  throw new AppError(
    'invalid',
    'This would make the organization a part of itself. Choose another parent.',
    ['parent'],
  )
}
