import 'server-only'
import { TRASH_DAYS, trashableRecords, type TrashableRecord } from '@/lib/trash'
import { requireRole, type SystemJob } from '../auth/viewer'
import { eraseDeleted } from '../comments/erase'
import { withViewer, type Tx } from '../db'
import { isDatabaseError } from '../errors'
import { keepAudit } from '../history/record'
import { erase } from './erase'
import { named } from './references'

const DAY_MS = 86_400_000
const AT_ONCE = 100

/**
 * Erases for good what has been in the trash for 30 days, with its parts and its history. A record
 * that something else needs still stays there. Who erased what stays in the audit.
 *
 * @returns how many records went.
 * @throws AppError `forbidden` for everybody but the program itself and owners.
 */
export async function purgeTrash(viewer: SystemJob, now = new Date()): Promise<number> {
  requireRole(viewer, 'owner')
  const before = new Date(now.getTime() - TRASH_DAYS * DAY_MS)
  let gone = 0
  for (const campaign of await due(viewer, 'campaign', before))
    while ((await purgeEntries(viewer, { campaign })) === AT_ONCE);
  for (let count = AT_ONCE; count === AT_ONCE; gone += count)
    count = await purgeEntries(viewer, { before })
  for (const record of trashableRecords)
    for (const id of await due(viewer, record, before)) gone += await purgeOne(viewer, record, id)
  // What could be undone names what stood there before.
  await withViewer(viewer, (tx) => tx.undoableChange.deleteMany({ where: { at: { lt: before } } }))
  await withViewer(viewer, (tx) => eraseDeleted(tx, before))
  return gone
}

function due(viewer: SystemJob, record: TrashableRecord, before: Date): Promise<string[]> {
  return withViewer(viewer, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from ${named(record)}
      where workspace_id = ${viewer.workspaceId}::uuid and trashed_at < ${before}
      order by trashed_at limit 10000`
    return rows.map(({ id }) => id)
  })
}

async function purgeEntries(
  viewer: SystemJob,
  which: { campaign: string } | { before: Date },
): Promise<number> {
  return withViewer(viewer, async (tx) => {
    const rows = await tx.entry.findMany({
      where:
        'campaign' in which ? { campaignId: which.campaign } : { trashedAt: { lt: which.before } },
      select: { id: true },
      take: AT_ONCE,
    })
    const ids = rows.map(({ id }) => id)
    await erase(tx, 'entry', ids)
    for (const id of ids) await keepAudit(tx, viewer, 'purge', 'entry', id)
    return ids.length
  })
}

async function purgeOne(viewer: SystemJob, record: TrashableRecord, id: string): Promise<0 | 1> {
  try {
    await withViewer(viewer, async (tx: Tx) => {
      const own = record === 'campaign' ? await sourcesOf(tx, id) : []
      if (record === 'campaign') await leaveToOthers(tx, id)
      await erase(tx, record, [id])
      await erase(tx, 'source', own)
      for (const source of own) await keepAudit(tx, viewer, 'purge', 'source', source)
      await keepAudit(tx, viewer, 'purge', record, id)
    })
    return 1
  } catch (error) {
    // Something needs it still: it stays in the trash until that has gone too.
    if (isDatabaseError(error, 'P2003', 'P2010')) return 0
    throw error
  }
}

// What a restricted campaign alone cites goes with it: it was never for everyone in the workspace.
async function sourcesOf(tx: Tx, campaign: string): Promise<string[]> {
  const rows = await tx.source.findMany({
    where: { confinedTo: { equals: [campaign] } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

// A source of several restricted campaigns is left to the others, also where nothing cites it any more.
async function leaveToOthers(tx: Tx, campaign: string): Promise<void> {
  await tx.$executeRaw`
    update source set confined_to = array_remove(confined_to, ${campaign}::uuid)
    where ${campaign}::uuid = any(confined_to) and cardinality(confined_to) > 1`
}
