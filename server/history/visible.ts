import 'server-only'
import type { RecordWithHistory } from '@/lib/history/revisions'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { plansVisibleTo } from '../plans/visible'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'

/**
 * The version at which a record stands.
 *
 * @throws AppError `not_found` when it is missing, hidden from this viewer, or in the trash.
 */
export async function versionOf(
  tx: Tx,
  viewer: Viewer,
  record: RecordWithHistory,
  id: string,
): Promise<number> {
  const row = isUuid(id) ? await visibleRow(tx, viewer, record, id) : null
  if (!row) throw notFound(record)
  return row.version
}

function visibleRow(
  tx: Tx,
  viewer: Viewer,
  record: RecordWithHistory,
  id: string,
): Promise<{ version: number } | null> {
  const select = { version: true }
  const present = { workspaceId: viewer.workspaceId, id, trashedAt: null }
  switch (record) {
    case 'entry':
      return tx.entry.findFirst({ where: { AND: [entriesVisibleTo(viewer), { id }] }, select })
    case 'demand':
      return tx.demand.findFirst({ where: { AND: [demandsVisibleTo(viewer), { id }] }, select })
    case 'campaign':
      return tx.campaign.findFirst({ where: { AND: [campaignsVisibleTo(viewer), { id }] }, select })
    case 'organization':
      return tx.organization.findFirst({ where: present, select })
    case 'person':
      return tx.person.findFirst({ where: present, select })
    case 'plan':
      return tx.plan.findFirst({ where: { AND: [plansVisibleTo(viewer), { id }] }, select })
    case 'source':
      return tx.source.findFirst({ where: present, select })
  }
}
