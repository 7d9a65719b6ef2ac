import 'server-only'
import type { Organizer, SystemJob } from '../auth/viewer'
import { freeSlug } from '../campaigns/free-slug'
import { AppError } from '../errors'
import { isUuid } from '../ids'
import { named } from '../trash/references'
import { nameIn, type Importing } from './import-rows'
import { recordTables, type RecordList } from './record-tables'

type Batch = readonly { value: unknown; at: string }[]

/**
 * Finds which organizations, people and sources of a file are in the workspace: by their id, and an
 * organization by its name, as everywhere. People are never known by a name, which two may have.
 *
 * @throws AppError `conflict` for one that is in the trash.
 */
export async function directoryBeside(
  importing: Importing,
  list: RecordList,
  records: Batch,
): Promise<void> {
  if (list !== 'organizations' && list !== 'people' && list !== 'sources') return
  const { tx, same } = importing
  const { table } = recordTables[list]
  const ids = idsIn(records)
  const there = await tx.$queryRaw<{ id: string; trashed: boolean }[]>`
    select id::text, trashed_at is not null as trashed from ${named(table)}
    where id = any(${ids}::uuid[])`
  const trashed = there.find((one) => one.trashed)
  if (trashed) throw inTrash(trashed.id, records)
  if (list === 'organizations') {
    const names = records.map(({ value }) => fieldOf(value, 'name').trim().toLowerCase())
    const alike = await tx.$queryRaw<{ name: string; id: string }[]>`
      select lower(name) as name, min(id::text) as id from organization
      where trashed_at is null and lower(name) = any(${names}) group by 1`
    const byName = new Map(alike.map(({ name, id }) => [name, id]))
    for (const [index, { value }] of records.entries()) {
      const known = byName.get(names[index] ?? '')
      if (known) same.set(nameIn(table, fieldOf(value, 'id')), known)
    }
  }
  for (const { id } of there) same.set(nameIn(table, id), id)
}

function inTrash(id: string, records: Batch): AppError {
  const { at = '', value } = records.find((one) => fieldOf(one.value, 'id') === id) ?? {}
  const name = fieldOf(value, 'name') || fieldOf(value, 'title')
  return new AppError(
    'conflict',
    `Nothing was imported. “${name}” (${at}) is in the trash here. Restore it first.`,
  )
}

/**
 * Gives campaigns of a file an address that is free.
 *
 * @throws AppError `conflict` for a campaign that is in the workspace or its trash, `forbidden` for a
 *   restricted one where its importer could not open it afterwards.
 */
export async function campaignsBeside(
  { tx }: Importing,
  viewer: SystemJob | Organizer,
  records: Batch,
): Promise<void> {
  for (const { value } of records) {
    if (viewer.kind === 'organizer' && viewer.role !== 'owner' && isRestricted(value))
      throw new AppError(
        'forbidden',
        `“${fieldOf(value, 'title')}” was restricted, so that only owners can open it. Ask an owner to import it.`,
      )
    Object.assign(Object(value), { slug: await freeSlug(tx, fieldOf(value, 'slug')) })
  }
  const there = await tx.campaign.findFirst({
    where: { id: { in: idsIn(records) } },
    select: { id: true },
  })
  if (!there) return
  const { value } = records.find((one) => fieldOf(one.value, 'id') === there.id) ?? {}
  throw new AppError(
    'conflict',
    `Nothing was imported. “${fieldOf(value, 'title')}” is in this workspace already, or in its trash.`,
  )
}

function isRestricted(value: unknown): boolean {
  const restriction: unknown = Reflect.get(Object(value), 'restriction')
  return Array.isArray(restriction) && restriction.length > 0
}

function idsIn(records: Batch): string[] {
  return records.map(({ value }) => fieldOf(value, 'id')).filter(isUuid)
}

function fieldOf(value: unknown, name: string): string {
  const field: unknown = Reflect.get(Object(value), name)
  return typeof field === 'string' ? field : ''
}
