import 'server-only'
import type { OrganizationKind } from '@/lib/schemas/words'
import { anyCase } from '../any-case'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { otherwiseNamed } from '../otherwise-named'
import { keepFirstRevisions, keepRevision } from '../history/record'
import { newId } from '../ids'
import { requireNoRing } from './tree'

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
      OR: [{ name: anyCase(name) }, { id: { in: await otherwiseNamed(tx, 'organization', name) } }],
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

/**
 * The organizations of many names, as `organizationNamed` finds or makes each, in a few statements.
 *
 * @returns their ids by the names in lower case.
 */
export async function organizationsByName(
  tx: Tx,
  viewer: Viewer,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ name: string; id: string }[]>`
    select distinct on (lower(n.name)) lower(n.name) as name, o.id::text as id
      from unnest(${names}::text[]) n(name)
      join organization o on o.trashed_at is null and (lower(o.name) = lower(n.name)
        or (cardinality(o.other_names) > 0
            and exists (select from unnest(o.other_names) other where lower(other) = lower(n.name))))
     order by lower(n.name), o.created_at`
  const known = new Map(rows.map(({ name, id }) => [name, id]))
  const made = new Map<string, { id: string; name: string }>()
  for (const name of names) {
    const key = name.toLowerCase()
    if (!known.has(key) && !made.has(key)) made.set(key, { id: newId(), name })
  }
  const { workspaceId } = viewer
  const fresh = [...made.values()]
  await tx.organization.createMany({
    data: fresh.map((one) => ({ ...one, workspaceId, kind: 'other' })),
  })
  await keepFirstRevisions(
    tx,
    viewer,
    'organization',
    fresh.map(({ id, name }) => ({ recordId: id, after: { name, kind: 'other', parentId: null } })),
  )
  for (const [key, { id }] of made) known.set(key, id)
  return known
}

/**
 * Adds what was not known of an organization: a kind where it has none of its own, a parent where it
 * has none. What is known stays.
 *
 * @throws AppError `invalid` at `parent` where it would become a part of itself.
 */
export async function completeOrganization(
  tx: Tx,
  viewer: Viewer,
  id: string,
  { kind, parentId }: New,
): Promise<void> {
  await tx.$queryRaw`select 1 as locked from organization where id = ${id}::uuid for no key update`
  const row = await tx.organization.findFirst({
    where: { id, trashedAt: null },
    select: { kind: true, parentId: true, version: true },
  })
  if (!row) return
  const { version, ...before } = row
  const after = {
    kind: before.kind === 'other' ? (kind ?? 'other') : before.kind,
    parentId: before.parentId ?? parentId ?? null,
  }
  if (after.kind === before.kind && after.parentId === before.parentId) return
  if (after.parentId && after.parentId !== before.parentId)
    await requireNoRing(tx, viewer, id, after.parentId)
  await tx.organization.updateMany({ where: { id }, data: { ...after, version: { increment: 1 } } })
  await keepRevision(tx, viewer, {
    record: 'organization',
    recordId: id,
    version: version + 1,
    action: 'update',
    before,
    after,
  })
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
