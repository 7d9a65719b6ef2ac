import 'server-only'
import { laneLabels } from '@/lib/kinds'
import { lanes, type Lane } from '@/lib/kinds/names'
import type { Rowing } from '@/lib/timeline/lanes/sheet'
import { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../../auth/viewer'
import type { Tx } from '../../db'

const NONE: Record<Rowing, string> = {
  lane: '',
  organization: 'No organization',
  person: 'No person',
  demand: 'No demand',
  place: 'No place',
}

/** What the rows of these keys are called; the empty key is the row of what belongs to none. */
export async function rowLabels(
  tx: Tx,
  viewer: Viewer,
  { by, campaignId, keys }: { by: Rowing; campaignId: string; keys: string[] },
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { key, label } of await named(tx, viewer, { by, campaignId, keys }))
    names.set(key, label)
  for (const key of keys) if (!names.has(key)) names.set(key, key === '' ? NONE[by] : key)
  return names
}

async function named(
  tx: Tx,
  viewer: Viewer,
  { by, campaignId, keys }: { by: Rowing; campaignId: string; keys: string[] },
): Promise<{ key: string; label: string }[]> {
  const { workspaceId } = viewer
  const ids = keys.filter((key) => key !== '')
  switch (by) {
    case 'lane':
      return lanes.map((lane: Lane) => ({ key: lane, label: laneLabels[lane] }))
    case 'place':
      return []
    case 'organization':
      return tx.$queryRaw`select id::text as key, name as label from organization
        where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`
    case 'person':
      return tx.$queryRaw`select id::text as key, name as label from person
        where workspace_id = ${workspaceId}::uuid and id = any(${ids}::uuid[])`
    case 'demand':
      return tx.$queryRaw(Prisma.sql`
        select d.number::text as key, coalesce((select v.wording from demand_version v
          where v.workspace_id = d.workspace_id and v.demand_id = d.id
          order by v.number desc limit 1), '') as label
        from demand d
        where d.workspace_id = ${workspaceId}::uuid and d.campaign_id = ${campaignId}::uuid
          and d.number = any(${ids.map(Number)}::int[])`)
  }
}
