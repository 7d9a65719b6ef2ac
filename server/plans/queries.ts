import 'server-only'
import type { FoundPlan, PlanDto, PlanListing } from '@/lib/plans'
import { Prisma } from '@/prisma/generated/client'
import { listMembers } from '../assignments/queries'
import { requireMember, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { listingSelect, planSelect, toListing, toPlan } from './dto'
import { plansVisibleTo, plansWritableBy } from './visible'

const MOST_OPEN = 500
const MOST_ENDED = 100
const MOST_FOUND = 20
const MOST_WORDS = 10

/** A campaign's plans: what is still planned, the next first, and what became of the others, the last first. */
export type Plans = { open: PlanListing[]; ended: PlanListing[] }

/**
 * Lists a campaign's plans.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listPlans(viewer: Viewer, slug: string): Promise<Plans> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const here = { AND: [plansVisibleTo(viewer), { campaignId }] }
    const open = await tx.plan.findMany({
      where: { AND: [here, { outcome: null }] },
      select: listingSelect,
      orderBy: [{ firstDay: 'asc' }, { timeOfDay: 'asc' }, { id: 'asc' }],
      take: MOST_OPEN,
    })
    const ended = await tx.plan.findMany({
      where: { AND: [here, { outcome: { not: null } }] },
      select: listingSelect,
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: MOST_ENDED,
    })
    return { open: open.map(toListing), ended: ended.map(toListing) }
  })
}

/**
 * A plan with all that belongs to it.
 *
 * @throws AppError `not_found`.
 */
export async function getPlan(viewer: Viewer, id: string): Promise<PlanDto> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('plan')
  return withViewer(viewer, async (tx) => {
    const row = await tx.plan.findFirst({
      where: { AND: [plansVisibleTo(viewer), { id }] },
      select: planSelect(viewer),
    })
    if (!row) throw notFound('plan')
    const writable = { AND: [plansWritableBy(viewer), { id }] }
    return toPlan(row, (await tx.plan.count({ where: writable })) > 0)
  })
}

/**
 * Lists the members who can have a role in a campaign's plans, by name: all who can open it.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listHelpers(
  viewer: Viewer,
  slug: string,
): Promise<{ id: string; name: string }[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id } = await campaignBySlug(tx, viewer, slug)
    return listMembers(tx, viewer, await membersWhoOpen(tx, viewer, id))
  })
}

/** The plan of which an entry says how it went, or null. */
export async function planOfEntry(viewer: Viewer, entryId: string): Promise<PlanListing | null> {
  requireMember(viewer)
  if (!isUuid(entryId)) throw notFound('entry')
  return withViewer(viewer, async (tx) => {
    const row = await tx.plan.findFirst({
      where: { AND: [plansVisibleTo(viewer), { entryId }] },
      select: listingSelect,
      orderBy: { id: 'asc' },
    })
    return row && toListing(row)
  })
}

/**
 * Finds plans that hold all of these words, in any case and with or without their accents: in their
 * own texts, their roles and checklists; the latest first, at most 20.
 */
export async function findPlans(viewer: Viewer, words: string): Promise<FoundPlan[]> {
  requireMember(viewer)
  const asked = [...new Set(words.split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS)
  if (asked.length === 0) return []
  return withViewer(viewer, async (tx) => {
    const contains = asked.map(
      (word) => Prisma.sql`strpos(lower(unaccent(w.words)), (select lower(unaccent(${word})))) > 0`,
    )
    const hits = await tx.$queryRaw<{ id: string }[]>`
      select p.id from plan p join lateral (
          select concat_ws(' ', p.title, p.place, p.meets_where, p.note, p.reason,
            (select string_agg(concat_ws(' ', m.place, m.reason), ' ') from plan_move m
              where m.workspace_id = p.workspace_id and m.plan_id = p.id and m.taken_back_at is null),
            (select string_agg(concat_ws(' ', r.words, r.name), ' ') from plan_role r
              where r.workspace_id = p.workspace_id and r.plan_id = p.id and r.removed_at is null),
            (select string_agg(concat_ws(' ', t.task, t.name), ' ') from plan_task t
              where t.workspace_id = p.workspace_id and t.plan_id = p.id and t.removed_at is null)
          ) as words) w on true
       where p.workspace_id = ${viewer.workspaceId}::uuid and ${Prisma.join(contains, ' and ')}
       order by p.id desc limit 1000`
    const rows = await tx.plan.findMany({
      where: { AND: [plansVisibleTo(viewer), { id: { in: hits.map(({ id }) => id) } }] },
      select: { ...listingSelect, campaign: { select: { slug: true } } },
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: MOST_FOUND,
    })
    return rows.map((row) => ({
      ...toListing(row),
      href: `/campaigns/${row.campaign.slug}/plans/${row.id}`,
    }))
  })
}
