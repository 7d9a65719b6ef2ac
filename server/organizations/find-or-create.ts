import 'server-only'
import type { OrganizationKind } from '@/lib/schemas/words'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { keepRevision } from '../history/record'

type New = { kind?: OrganizationKind; parentId?: string | null }

/**
 * The organization of this name, or of this other name, in the workspace; made if there is none.
 * Case does not matter. What is already known of it is left as it is.
 *
 * @returns its id.
 */
export async function organizationNamed(
  tx: Tx,
  viewer: Viewer,
  name: string,
  made: New = {},
): Promise<string> {
  const { workspaceId } = viewer
  const found = await tx.organization.findFirst({
    where: {
      trashedAt: null,
      OR: [{ name: { equals: name, mode: 'insensitive' } }, { otherNames: { has: name } }],
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  if (found) return found.id
  const after = { name, kind: made.kind ?? 'other', parentId: made.parentId ?? null }
  const { id } = await tx.organization.create({
    data: { workspaceId, ...after },
    select: { id: true },
  })
  await keepRevision(tx, viewer, {
    record: 'organization',
    recordId: id,
    version: 1,
    action: 'create',
    before: {},
    after,
  })
  return id
}

/** The same for a list of names; each id once, in order. */
export async function organizationsNamed(
  tx: Tx,
  viewer: Viewer,
  names: string[],
): Promise<string[]> {
  const ids = new Set<string>()
  for (const name of names) ids.add(await organizationNamed(tx, viewer, name))
  return [...ids]
}
