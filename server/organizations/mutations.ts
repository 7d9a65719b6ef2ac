import 'server-only'
import type { OrganizationInput } from '@/lib/schemas/campaign'
import { splitNames } from '@/lib/schemas/demand'
import { anyCase } from '../any-case'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { organizationNamed } from './find-or-create'
import { requireNoRing } from './tree'

/**
 * Adds an organization to the directory; its parent is found by name or made.
 *
 * @returns its id.
 * @throws AppError `forbidden` below contributor, `invalid` when the name is taken.
 */
export async function createOrganization(
  viewer: Viewer,
  input: OrganizationInput,
): Promise<string> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    await requireFreeName(tx, input.name)
    const parentId = input.parent === '' ? null : await organizationNamed(tx, viewer, input.parent)
    const after = {
      name: input.name,
      kind: input.kind,
      otherNames: splitNames(input.otherNames),
      parentId,
    }
    const { id } = await tx.organization.create({
      data: { workspaceId: viewer.workspaceId, ...after },
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
  })
}

/**
 * Changes an organization, its parent among the rest.
 *
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` for a name that is taken or a
 *   parent that is below it; ConflictError when somebody else saved it meanwhile.
 */
export async function updateOrganization(
  viewer: Viewer,
  id: string,
  input: OrganizationInput,
  how: Saving = {},
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    await tx.$queryRaw`select 1 as locked from organization where id = ${id}::uuid for no key update`
    const row = await tx.organization.findFirst({
      where: { id, trashedAt: null },
      select: {
        name: true,
        kind: true,
        otherNames: true,
        parentId: true,
        version: true,
        parent: { select: { name: true } },
      },
    })
    if (!row) throw notFound('organization')
    const { version, parent, ...before } = row
    if (input.version !== undefined && input.version !== version) {
      const theirs = { ...before, parent: parent?.name ?? '' }
      const fields = fieldsOfBoth(theirs, input, await parentAt(tx, id, input.version))
      throw await conflictSince(tx, 'organization', id, { from: input.version, version }, fields)
    }
    await requireFreeName(tx, input.name, id)
    const parentId = input.parent === '' ? null : await organizationNamed(tx, viewer, input.parent)
    if (parentId) await requireNoRing(tx, viewer, id, parentId)
    const after = {
      name: input.name,
      kind: input.kind,
      otherNames: splitNames(input.otherNames),
      parentId,
    }
    await tx.organization.updateMany({
      where: { id },
      data: { ...after, version: { increment: 1 } },
    })
    await keepRevision(tx, viewer, {
      record: 'organization',
      recordId: id,
      version: version + 1,
      action: how.action ?? 'update',
      note: how.note ?? '',
      before,
      after,
    })
  })
}

// Organizations are found by name in every form, so two of one name would be one at random.
async function requireFreeName(tx: Tx, name: string, own?: string): Promise<void> {
  const other = await tx.organization.findFirst({
    where: {
      trashedAt: null,
      name: anyCase(name),
      ...(own ? { id: { not: own } } : {}),
    },
    select: { id: true },
  })
  if (!other) return
  throw new AppError('invalid', 'There is an organization of this name already. Open that one.', [
    'name',
  ])
}

type Shown = { name: string; kind: string; parent: string; otherNames: string[] }

function fieldsOfBoth(
  theirs: Shown,
  yours: OrganizationInput,
  parentBefore: string,
): FieldOfBoth[] {
  return [
    { field: 'name', label: 'Name', yours: yours.name, theirs: theirs.name },
    { field: 'kind', label: 'Kind', yours: yours.kind, theirs: theirs.kind },
    {
      ...{ field: 'parent', label: 'Part of', yours: yours.parent, theirs: theirs.parent },
      ...{ inSnapshot: 'parentId', words: () => parentBefore },
    },
    {
      ...{ field: 'otherNames', label: 'Other names', joins: 'names' },
      ...{ yours: yours.otherNames, theirs: theirs.otherNames.join('; ') },
    },
  ]
}

// The name of what the organization was part of when the edit was begun.
async function parentAt(tx: Tx, id: string, version: number): Promise<string> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select o.name from revision r
    join organization o on o.workspace_id = r.workspace_id and o.id::text = r.snapshot ->> 'parentId'
    where r.record = 'organization' and r.record_id = ${id}::uuid and r.version = ${version}`
  return rows[0]?.name ?? ''
}
