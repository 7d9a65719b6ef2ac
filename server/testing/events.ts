import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { withViewer } from '../db'
import type { World } from './world'

/** How many events of the audit are about a campaign or a record in it. */
export async function eventsIn({
  owner,
  campaign,
}: Pick<World, 'owner' | 'campaign'>): Promise<number> {
  const inside = Prisma.sql`where campaign_id = ${campaign.id}::uuid`
  const rows = await withViewer(
    owner,
    (tx) => tx.$queryRaw<unknown[]>`
      select id from audit_event where record_id in (
        select ${campaign.id}::uuid union select id from entry ${inside}
        union select id from demand ${inside} union select id from share_link ${inside}
        union select id from inquiry ${inside} union select id from follow_up ${inside}
        union select id from plan ${inside}
        union select id from import ${inside} union select id from calendar_feed ${inside}
        union select a.id from assessment a join demand on demand.id = a.demand_id ${inside}
        union select c.id from comment c join entry on entry.id = c.entry_id ${inside})`,
  )
  return rows.length
}
