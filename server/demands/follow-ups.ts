import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { FollowUpDto } from '@/lib/demands/ledger'
import type { FollowUpInput } from '@/lib/schemas/demand'
import type { Prisma } from '@/prisma/generated/client'
import { giveTo } from '../assignments/give'
import { memberIdOf, requireMember, requireRole, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { demandsVisibleTo } from './dto'
import { inquiriesVisibleTo } from './inquiries'
import { currentWording } from './current-wording'

const MOST_OPEN = 500
const DAYS_OF_UNDO = 7

/** A campaign's follow-ups: those that are open, the next due first, and those that ended lately. */
export type FollowUps = {
  open: FollowUpDto[]
  ended: (FollowUpDto & { ending: 'done' | 'cleared' })[]
}

/**
 * Lists a campaign's follow-ups as far as this member may see what they are about.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listFollowUps(
  viewer: Viewer,
  slug: string,
  now = new Date(),
): Promise<FollowUps> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const about = { AND: [followUpsVisibleTo(viewer), { campaignId: campaign.id }] }
    const open = await openFollowUps(tx, viewer, campaign.id)
    const since = new Date(now.getTime() - DAYS_OF_UNDO * 86_400_000)
    const ended = await tx.followUp.findMany({
      where: { AND: [about, { ending: { in: ['done', 'cleared'] }, endedAt: { gte: since } }] },
      select: { ...followUpSelect(viewer), ending: true },
      orderBy: { endedAt: 'desc' },
      take: 5,
    })
    return {
      open,
      ended: ended.map(({ ending, ...row }) => ({
        ...toFollowUp(row),
        ending: ending === 'done' ? 'done' : 'cleared',
      })),
    }
  })
}

/** The open follow-ups of a campaign, the next due first, at most 500, inside an open transaction. */
export async function openFollowUps(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
): Promise<FollowUpDto[]> {
  const rows = await tx.followUp.findMany({
    where: { AND: [followUpsVisibleTo(viewer), { campaignId, ending: null }] },
    select: followUpSelect(viewer),
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: MOST_OPEN,
  })
  return rows.map(toFollowUp)
}

/**
 * Sets the day on which to ask again, at one target of a demand or at one who was asked. A day that
 * was set before ends as moved, and whoever it was handed to has the new one, and is told of it.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` for what it is about.
 */
export async function setFollowUp(viewer: Viewer, input: FollowUpInput): Promise<{ id: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const about = {
      demandId: input.demand ?? null,
      inquiryId: input.inquiry ?? null,
      organizationId: input.organization,
    }
    const campaignId = await campaignOf(tx, viewer, about)
    const assigned = await tx.assignment.findFirst({
      where: { followUp: { ...about, ending: null }, endedAt: null },
      select: { memberId: true, dueOn: true },
      orderBy: { id: 'desc' },
    })
    await tx.followUp.updateMany({
      where: { ...about, ending: null },
      data: { ending: 'moved', endedAt: new Date() },
    })
    const { id } = await tx.followUp.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, campaignId, ...about },
        ...{ dueOn: new Date(input.dueOn), note: input.note, createdBy: memberIdOf(viewer) },
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'follow_up', id)
    if (assigned) await handOn(tx, viewer, { id, campaignId, dueOn: input.dueOn }, assigned)
    return { id }
  })
}

/** Gives a follow-up to whoever it was handed to before its day was moved, if they can still see to it. */
async function handOn(
  tx: Tx,
  viewer: Viewer,
  { id, campaignId, dueOn }: { id: string; campaignId: string; dueOn: string },
  assigned: { memberId: string; dueOn: Date | null },
): Promise<void> {
  const { memberId: member } = assigned
  const by = {
    AND: [await membersWhoOpen(tx, viewer, campaignId), { role: { not: 'viewer' as const } }],
  }
  if ((await tx.member.count({ where: { AND: [by, { id: member }] } })) === 0) return
  const day = assigned.dueOn && dueOn
  await giveTo(tx, viewer, { columns: { followUpId: id }, by }, { member, dueOn: day })
}

/**
 * Ends a follow-up: it was done, or is no longer wanted.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` where it is not open.
 */
export async function endFollowUp(
  viewer: Viewer,
  id: string,
  ending: 'done' | 'cleared',
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.followUp.updateMany({
      where: { AND: [followUpsVisibleTo(viewer), { id, ending: null }] },
      data: { ending, endedAt: new Date() },
    })
    if (count === 0) throw notFound('follow-up')
    await keepAudit(tx, viewer, 'update', 'follow_up', id, [ending])
  })
}

/**
 * Opens a follow-up again that was ended by mistake.
 *
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where another day was set meanwhile.
 */
export async function reopenFollowUp(viewer: Viewer, id: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const row = await tx.followUp.findFirst({
      where: { AND: [followUpsVisibleTo(viewer), { id, ending: { in: ['done', 'cleared'] } }] },
      select: { demandId: true, inquiryId: true, organizationId: true },
    })
    if (!row) throw notFound('follow-up')
    if ((await tx.followUp.count({ where: { ...row, ending: null } })) > 0)
      throw new AppError(
        'conflict',
        'Another day has been set for it since. Change that one instead.',
      )
    await tx.followUp.updateMany({ where: { id }, data: { ending: null, endedAt: null } })
    await keepAudit(tx, viewer, 'restore', 'follow_up', id)
  })
}

type About = { demandId: string | null; inquiryId: string | null; organizationId: string }

async function campaignOf(tx: Tx, viewer: Viewer, about: About): Promise<string> {
  const { demandId, inquiryId, organizationId } = about
  const some = { some: { organizationId } }
  const found = demandId
    ? await tx.demand.findFirst({
        where: { AND: [demandsVisibleTo(viewer), { id: demandId, targets: some }] },
        select: { campaignId: true },
      })
    : await tx.inquiry.findFirst({
        where: { AND: [inquiriesVisibleTo(viewer), { id: inquiryId ?? '', recipients: some }] },
        select: { campaignId: true },
      })
  if (!found) throw notFound(demandId ? 'demand' : 'inquiry')
  return found.campaignId
}

/** The follow-ups about what this viewer may see: others would tell of what is hidden. */
export function followUpsVisibleTo(viewer: Viewer): Prisma.FollowUpWhereInput {
  return {
    workspaceId: viewer.workspaceId,
    OR: [{ demand: demandsVisibleTo(viewer) }, { inquiry: inquiriesVisibleTo(viewer) }],
  }
}

function followUpSelect(viewer: Viewer) {
  return {
    id: true,
    dueOn: true,
    note: true,
    creator: { select: { account: { select: { name: true } } } },
    organization: { select: { id: true, name: true } },
    assignments: {
      where: { endedAt: null, member: { removedAt: null } },
      select: {
        dueOn: true,
        member: { select: { id: true, account: { select: { name: true } } } },
      },
      orderBy: { id: 'desc' },
      take: 1,
    },
    demand: {
      select: {
        ...{ id: true, number: true },
        ...currentWording,
      },
    },
    inquiry: {
      select: {
        id: true,
        entry: { where: entriesVisibleTo(viewer), select: { id: true, title: true } },
      },
    },
  } satisfies Prisma.FollowUpSelect
}

type Row = Prisma.FollowUpGetPayload<{ select: ReturnType<typeof followUpSelect> }>

function toFollowUp({ creator, demand, dueOn, assignments, ...row }: Row): FollowUpDto {
  const [assigned] = assignments
  return {
    ...row,
    dueOn: isoDayOf(dueOn),
    setBy: creator?.account.name ?? null,
    assigned: assigned
      ? {
          member: { id: assigned.member.id, name: assigned.member.account.name },
          dueOn: assigned.dueOn && isoDayOf(assigned.dueOn),
        }
      : null,
    demand: demand && {
      id: demand.id,
      number: demand.number,
      wording: demand.versions[0]?.wording ?? '',
    },
  }
}
