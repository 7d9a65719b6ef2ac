import 'server-only'
import type { MergeableRecord } from '@/lib/merging'
import type { LookupItem } from '@/lib/search/result'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError } from '../errors'
import { lookUp } from '../search/lookup'
import { refuseBelow } from './own-values'
import { pairOf } from './rows'

/** A record that can go into another one, with what tells it from others of its name. */
export type MergeCandidate = LookupItem & { campaigns: string[] }

/**
 * Finds records by their words that can be merged into this one, each with its campaigns: what the
 * merge would refuse is not offered.
 *
 * @param campaignId for entries, the campaign of the one that survives
 * @throws AppError `forbidden` below editor.
 */
export async function findMergeable(
  viewer: Viewer,
  record: MergeableRecord,
  { survivorId, q, campaignId }: { survivorId: string; q: string; campaignId?: string },
): Promise<MergeCandidate[]> {
  requireRole(viewer, 'editor')
  const found = (await lookUp(viewer, record, q, campaignId)).filter(({ id }) => id !== survivorId)
  return withViewer(viewer, async (tx) => {
    const campaigns = await campaignsOf(
      tx,
      record,
      found.map(({ id }) => id),
    )
    const candidates: MergeCandidate[] = []
    for (const item of found) {
      if (await mayMerge(tx, viewer, record, survivorId, item.id))
        candidates.push({ ...item, campaigns: campaigns.get(item.id) ?? [] })
    }
    return candidates
  })
}

async function mayMerge(
  tx: Tx,
  viewer: Viewer,
  record: MergeableRecord,
  survivorId: string,
  duplicateId: string,
): Promise<boolean> {
  try {
    const { survivor, duplicate } = await pairOf(tx, viewer, record, survivorId, duplicateId, false)
    if (record === 'organization') await refuseBelow(tx, survivor, duplicate)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

async function campaignsOf(
  tx: Tx,
  record: MergeableRecord,
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ id: string; campaigns: string[] }[]>`
    select p.id, array_agg(distinct c.title order by c.title) as campaigns
    from (
      select e.id, e.id as entry, null::uuid as campaign from entry e
        where ${record} = 'entry' and e.id = any(${ids}::uuid[])
      union all
      select eo.organization_id, eo.entry_id, null from entry_organization eo
        where ${record} = 'organization' and eo.organization_id = any(${ids}::uuid[])
      union all
      select co.organization_id, null, co.campaign_id from campaign_organization co
        where ${record} = 'organization' and co.organization_id = any(${ids}::uuid[])
      union all
      select a.person_id, a.entry_id, null from appearance a
        where ${record} = 'person' and a.person_id = any(${ids}::uuid[])
      union all
      select s.source_id, s.entry_id, null from citation s
        where ${record} = 'source' and s.source_id = any(${ids}::uuid[])
    ) p
    left join entry e on e.id = p.entry and e.trashed_at is null
    join campaign c on c.id = coalesce(e.campaign_id, p.campaign) and c.trashed_at is null
    group by p.id`
  return new Map(rows.map(({ id, campaigns }) => [id, campaigns]))
}
