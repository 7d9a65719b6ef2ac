import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesWritableBy } from '../policy'

/** What an edit has to know of the entry that it locks. */
export type LockedEntry = {
  version: number
  timeZone: string
  campaignId: string
  slug: string
  kind: EntryInput['kind']
  status: EntryInput['status']
}

/**
 * Locks an entry for this transaction and reads where it stands.
 *
 * @throws AppError `not_found` when this viewer may not change it.
 */
export async function lockedEntry(tx: Tx, viewer: Viewer, id: string): Promise<LockedEntry> {
  await lockEntry(tx, id)
  const row = await tx.entry.findFirst({
    where: { AND: [entriesWritableBy(viewer), { id }] },
    select: {
      version: true,
      kind: true,
      status: true,
      campaignId: true,
      campaign: { select: { timeZone: true, slug: true } },
    },
  })
  if (!row) throw notFound('entry')
  const { campaign, ...rest } = row
  return { ...rest, ...campaign }
}

/**
 * Locks an entry's row. Whoever comes second waits here, and then reads what the first one wrote:
 * the version, and whether this viewer may still change it.
 *
 * @throws AppError `not_found` for what is no id.
 */
export async function lockEntry(tx: Tx, id: string): Promise<void> {
  if (!isUuid(id)) throw notFound('entry')
  await tx.$queryRaw`select 1 as locked from entry where id = ${id}::uuid for update`
}
