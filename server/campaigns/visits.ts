import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Change, Changes } from '@/lib/front'
import { doneInWords } from '@/lib/history/revisions'
import { memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { visibleSql } from '../timeline/filter/visible'
import { campaignBySlug } from './queries'

const SHOWN = 50
const MOST_DEMANDS = 500

/**
 * After so long without a look a new visit begins. Until then the list stays, so that somebody who
 * opens one of its entries and comes back still has the others.
 */
const VISIT = Prisma.sql`interval '30 minutes'`

/**
 * A write takes its time before others see it, and is dated when it was made. What is told as
 * complete ends this much before now: a change may be told twice, and none is left out.
 */
const STILL_WRITING = Prisma.sql`interval '1 minute'`

/**
 * What others changed in a campaign since this member's last visit, as far as the member may see it:
 * its entries and demands, the last changed first. On a first visit there is nothing to compare with.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listChanges(viewer: Viewer, slug: string): Promise<Changes> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const memberId = memberIdOf(viewer)
    const [now] = await tx.$queryRaw<{ until: Date; since: Date | null }[]>`
      select clock_timestamp() - ${STILL_WRITING} as until,
        (select case when noted_at < clock_timestamp() - ${VISIT} then shown_until else seen_until end
           from campaign_visit where member_id = ${memberId}::uuid and campaign_id = ${campaignId}::uuid)
          as since`
    const until = (now?.until ?? new Date(0)).toISOString()
    if (!now?.since) return { count: 0, first: [], until, since: null }
    const asked = { campaignId, since: now.since, memberId }
    const entries = await changedEntries(tx, viewer, asked)
    const demands = await changedDemands(tx, viewer, asked)
    return {
      ...{
        count: (entries[0]?.count ?? 0) + demands.length,
        until,
        since: now.since.toISOString(),
      },
      first: [...entries, ...demands]
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, SHOWN)
        .map(({ record, id, title, path, times, by, at, action, made }) => ({
          ...{ record, id, title, path, times, by, at: at.toISOString() },
          done: doneInWords(action, made ? 1 : 2),
        })),
    }
  })
}

/**
 * Notes that a member has seen what changed in a campaign up to a moment, which is never later than
 * now. Noted again within the same visit, only the next one begins later.
 *
 * @param read whether the member wants them off the list at once
 * @throws AppError `not_found` for the campaign.
 */
export async function noteVisit(
  viewer: Viewer,
  slug: string,
  until: string,
  { read = false } = {},
): Promise<void> {
  requireMember(viewer)
  const memberId = memberIdOf(viewer)
  if (memberId === null) return
  await withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const seen = Prisma.sql`least(${until}::timestamptz, clock_timestamp() - ${STILL_WRITING})`
    await tx.$executeRaw`
      insert into campaign_visit as v
        (workspace_id, member_id, campaign_id, seen_until, shown_until, noted_at)
      values (${viewer.workspaceId}::uuid, ${memberId}::uuid, ${campaignId}::uuid,
              ${seen}, ${seen}, clock_timestamp())
      on conflict (workspace_id, member_id, campaign_id) do update set
        seen_until = case when ${read} then greatest(v.seen_until, excluded.shown_until)
                          when v.noted_at < clock_timestamp() - ${VISIT}
                          then v.shown_until else v.seen_until end,
        shown_until = greatest(v.shown_until, excluded.shown_until),
        noted_at = excluded.noted_at`
  })
}

type Asked = { campaignId: string; since: Date; memberId: string | null }

/** What was done to one record: last, how often, by whom, and whether it was made in this time. */
type Done = { id: string; action: string; made: boolean; times: number; by: string[]; at: Date }
type Row = Omit<Change, 'at' | 'done'> & Done & { count?: number }

async function changedEntries(tx: Tx, viewer: Viewer, asked: Asked): Promise<Row[]> {
  const rows = await tx.$queryRaw<(Done & { title: string; count: number })[]>`
    select e.id, e.title, ${DONE}, (count(*) over ())::int as count
      from entry e join revision r on r.record = 'entry' and r.record_id = e.id ${WHO}
     where ${doneSince(asked)} and e.campaign_id = ${asked.campaignId}::uuid and ${visibleSql(viewer)}
     group by e.id, e.title order by max(r.at) desc, e.id limit ${SHOWN}`
  return rows.map((row) => ({ ...row, record: 'entry', path: `/entries/${row.id}` }))
}

async function changedDemands(tx: Tx, viewer: Viewer, asked: Asked): Promise<Row[]> {
  const rows = await tx.$queryRaw<Done[]>`
    select d.id, ${DONE}
      from demand d join (
        select record_id as demand_id, id, at, member_id, action, version from revision
         where record = 'demand'
        union all
        select a.demand_id, done.id, done.at, done.member_id, done.action, 2
          from audit_event done join assessment a on a.id = done.record_id and a.state = 'confirmed'
         where done.record = 'assessment' and done.action = 'assess') r on r.demand_id = d.id ${WHO}
     where ${doneSince(asked)} and d.campaign_id = ${asked.campaignId}::uuid
     group by d.id order by max(r.at) desc, d.id limit ${MOST_DEMANDS}`
  if (rows.length === 0) return []
  const demands = await tx.demand.findMany({
    where: { AND: [demandsVisibleTo(viewer), { id: { in: rows.map(({ id }) => id) } }] },
    select: {
      id: true,
      number: true,
      versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  })
  const byId = new Map(demands.map((demand) => [demand.id, demand]))
  return rows.flatMap((row): Row[] => {
    const demand = byId.get(row.id)
    if (!demand) return []
    const title = demand.versions[0]?.wording ?? ''
    return [{ ...row, record: 'demand', title, path: `/demands/${demand.number}` }]
  })
}

const DONE = Prisma.sql`
  (array_agg(r.action order by r.at desc))[1] as action, bool_or(r.version = 1) as made,
  count(*)::int as times, max(r.at) as at, array_remove(array_agg(distinct acc.name), null) as by`

const WHO = Prisma.sql`
  left join member m on m.id = r.member_id left join account acc on acc.id = m.account_id`

// Ids are in the order of time, so that the years before are not read; clocks may differ a little.
function doneSince({ since, memberId }: Asked): Prisma.Sql {
  const time = (since.getTime() - 3_600_000).toString(16).padStart(12, '0')
  const first = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
  return Prisma.sql`r.id >= ${first}::uuid and r.at > ${since}::timestamptz
    and r.member_id is distinct from ${memberId}::uuid`
}
