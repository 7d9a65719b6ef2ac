import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { lockedForPatch } from './patch'

/**
 * Says that a second person checked a published entry against its sources, as it is at a version: with
 * the next change it is unchecked again.
 *
 * @throws AppError `forbidden` below contributor and for whoever wrote or last changed it, `not_found`,
 *   `conflict` for an entry that is no longer at that version or is not published.
 */
export async function checkEntry(
  viewer: Viewer,
  id: string,
  version: number,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'contributor')
  const member = memberIdOf(viewer)
  if (member === null) throw new AppError('forbidden', 'Only a member can check an entry.')
  await withViewer(viewer, async (tx) => {
    const entry = await heldEntry(tx, viewer, id)
    if (entry.version !== version)
      throw new AppError('conflict', 'This entry changed since you opened it. Read it again first.')
    if (entry.status !== 'published')
      throw new AppError('conflict', 'Publish it first. A draft may still change.')
    if ((await authorsOf(tx, id, entry.createdBy)).has(member))
      throw new AppError(
        'forbidden',
        'Ask somebody else: you wrote this entry or were the last to change it.',
      )
    await tx.entry.updateMany({
      where: { id },
      data: {
        ...{ checkedBy: member, checkedVersion: version },
        checkedOn: new Date(todayIn(entry.campaign.timeZone, now)),
      },
    })
    await keepAudit(tx, viewer, 'update', 'entry', id, ['checked'])
  })
}

/**
 * Takes the check of an entry away: whoever doubts it may.
 *
 * @throws AppError `forbidden` below contributor, `not_found`.
 */
export async function uncheckEntry(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { checkedVersion } = await heldEntry(tx, viewer, id)
    if (checkedVersion === null) return
    await tx.entry.updateMany({
      where: { id },
      data: { checkedBy: null, checkedOn: null, checkedVersion: null },
    })
    await keepAudit(tx, viewer, 'update', 'entry', id, ['checked'])
  })
}

async function heldEntry(tx: Tx, viewer: Viewer, id: string) {
  await lockedForPatch(tx, [id])
  const entry = await tx.entry.findFirst({
    where: { AND: [entriesVisibleTo(viewer), { id }] },
    select: {
      ...{ version: true, status: true, createdBy: true, checkedVersion: true },
      campaign: { select: { timeZone: true } },
    },
  })
  if (!entry) throw notFound('entry')
  return entry
}

// Who wrote it, and who changed its words last: nobody checks their own. To publish is no change of them.
async function authorsOf(tx: Tx, id: string, createdBy: string | null): Promise<Set<string>> {
  const [last] = await tx.$queryRaw<{ by: string | null }[]>`
    select r.member_id as by from revision r
    where r.record = 'entry' and r.record_id = ${id}::uuid and (r.changes - 'status') <> '{}'::jsonb
    order by r.version desc limit 1`
  return new Set([createdBy, last?.by].flatMap((one) => one ?? []))
}
