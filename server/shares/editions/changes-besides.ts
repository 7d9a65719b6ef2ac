import 'server-only'
import { todayIn } from '@/lib/dates/days'
import type { Shown } from '@/lib/people/shown'
import type { Standing } from '@/lib/schemas/words'
import { Prisma } from '@/prisma/generated/client'
import { disputesShown, statusesShown } from '../reading/changed-rows'
import { demandsTouchedSql } from '../reading/demands'
import { readSharedDemands } from '../reading/ledger'
import type { Context } from '../reading/read'
import { recordIdFor } from '../reading/record-ids'

/** What changed beside the entries of a link, and on which day (ISO) last. */
export type ChangeBesides = { day: string } & (
  | { what: 'campaign' }
  | { what: 'wording'; number: number }
  | { what: 'status' | 'dispute'; number: number; name: Shown; standing: Standing }
)

/** So many are told, the latest first. */
export const MOST = 200

type Row = { number: number; organization: string | null; what: string; at: Date }

/**
 * What a link shows beside its entries and what of it changed since a moment: the wording of demands,
 * their statuses and who disputes them, title and description of the campaign.
 *
 * @param begin a timestamp.
 * @returns `cut` where there may be more of them than are told.
 */
export async function changedBesides(
  context: Context,
  begin: Prisma.Sql,
): Promise<{ besides: ChangeBesides[]; cut: boolean }> {
  const { campaign } = context
  const demands = context.rules.fields.includes('demands') ? await readSharedDemands(context) : []
  const byNumber = new Map(demands.map((demand) => [demand.number, demand]))
  const rows = demands.length > 0 ? await changedDemands(context, begin) : []
  const changes = rows.flatMap(({ number, organization, what, at }): ChangeBesides[] => {
    const demand = byNumber.get(number)
    if (!demand) return []
    const day = todayIn(campaign.timeZone, at)
    if (what === 'wording') return [{ what, number, day }]
    const id = organization && recordIdFor(context.reader, organization)
    const target = demand.targets.find((one) => one.id === id)
    if (!target?.standing || (what !== 'status' && what !== 'dispute')) return []
    return [{ what, number, day, name: target.name, standing: target.standing }]
  })
  const rewritten = await campaignChanged(context, begin)
  const of: ChangeBesides[] = rewritten
    ? [{ what: 'campaign', day: todayIn(campaign.timeZone, rewritten) }]
    : []
  return { besides: [...of, ...changes], cut: rows.length === MOST }
}

function changedDemands(context: Context, begin: Prisma.Sql): Promise<Row[]> {
  const { tx, reader, rules, campaign } = context
  const workspace = Prisma.sql`${reader.workspaceId}::uuid`
  return tx.$queryRaw<Row[]>`
    with touched as (${demandsTouchedSql(context)}),
    shown as (${statusesShown({ reader, rules, today: todayIn(campaign.timeZone) })}),
    changes as (
      select v.demand_id, null::uuid as organization, 'wording' as what, v.created_at as at
      from demand_version v join touched t on t.id = v.demand_id
      where v.workspace_id = ${workspace} and v.number > 1
      union all
      select s.demand_id, s.organization_id, 'status', s.decided_at from shown s
      union all
      select d.demand_id, d.organization_id, 'dispute', d.at from (${disputesShown({ reader, rules })}) d)
    select d.number, c.organization, c.what, max(c.at) as at
    from changes c join demand d on d.workspace_id = ${workspace} and d.id = c.demand_id
    where c.at >= ${begin}
    group by d.number, c.organization, c.what
    order by max(c.at) desc, d.number, c.organization nulls first
    limit ${MOST}`
}

async function campaignChanged(
  { tx, reader }: Context,
  begin: Prisma.Sql,
): Promise<Date | undefined> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    select max(r.at) as at from revision r
    where r.workspace_id = ${reader.workspaceId}::uuid and r.record = 'campaign'
      and r.record_id = ${reader.campaignId}::uuid and r.action <> 'create' and r.at >= ${begin}
      and (r.changes ? 'title' or r.changes ? 'summary')`
  return row?.at ?? undefined
}
