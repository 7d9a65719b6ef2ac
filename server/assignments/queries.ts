import 'server-only'
import type { AssignedAbout, AssignedToMe, Assigning } from '@/lib/assignments'
import { isoDayOf, todayIn } from '@/lib/dates/days'
import type { Prisma } from '@/prisma/generated/client'
import { memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { followUpsVisibleTo } from '../demands/follow-ups'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesWritableBy } from '../policy'
import type { AssignedColumns } from './give'
import { assignedPlace, assignedSelect, assignmentsVisibleTo } from './visible'

const MOST = 100
const MOST_MEMBERS = 2_000

/** Lists what this member is to see to in all campaigns, the next due first, at most 100. */
export async function listAssignedToMe(viewer: Viewer, now = new Date()): Promise<AssignedToMe[]> {
  requireMember(viewer)
  const memberId = memberIdOf(viewer)
  if (!memberId) return []
  return withViewer(viewer, async (tx) => {
    const rows = await tx.assignment.findMany({
      where: { AND: [assignmentsVisibleTo(viewer), { memberId }] },
      select: {
        ...{ id: true, assigner: { select: { account: { select: { name: true } } } } },
        ...assignedSelect,
      },
      orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take: MOST,
    })
    return rows.map(({ id, assigner, ...row }) => {
      const { campaign, ...place } = assignedPlace(row)
      return {
        ...{ id, ...place, campaign: campaign.title, by: assigner?.account.name ?? null },
        dueOn: row.dueOn && isoDayOf(row.dueOn),
        today: todayIn(campaign.timeZone, now),
      }
    })
  })
}

/**
 * Lists the members who can see to a campaign's follow-ups, by name: all who may write there.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function listWriters(viewer: Viewer, slug: string): Promise<Assigning['members']> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id } = await campaignBySlug(tx, viewer, slug)
    const there = await membersWhoOpen(tx, viewer, id)
    return listMembers(tx, viewer, { AND: [there, { role: writes }] })
  })
}

/**
 * Who is to see to a record, and who could: those who may finish it.
 *
 * @throws AppError `forbidden` for readers of links.
 * @returns null for what cannot be assigned by this member: what they may not change, or is done.
 */
export async function getAssigning(
  viewer: Viewer,
  about: AssignedAbout,
): Promise<Assigning | null> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const found = await assignable(tx, viewer, about)
    if (!found) return null
    const current = await tx.assignment.findFirst({
      where: { AND: [assignmentsVisibleTo(viewer), found.columns] },
      select: { dueOn: true, member: { select: memberSelect } },
      orderBy: { id: 'desc' },
    })
    return {
      current: current && {
        member: named(current.member),
        dueOn: current.dueOn && isoDayOf(current.dueOn),
      },
      members: await listMembers(tx, viewer, found.by),
    }
  })
}

/**
 * What an assignment of a record writes down, and which members could do it: editors, and whoever
 * logged a draft; every writing member for a follow-up. Null for what this viewer may not hand over.
 */
export async function assignable(
  tx: Tx,
  viewer: Viewer,
  { record, id }: AssignedAbout,
): Promise<{ columns: AssignedColumns; by: Prisma.MemberWhereInput } | null> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('record')
  const editors = { role: { in: ['editor', 'owner'] } } satisfies Prisma.MemberWhereInput
  if (record === 'follow_up') {
    if (viewer.kind === 'organizer' && viewer.role === 'viewer') return null
    const found = await tx.followUp.findFirst({
      where: { AND: [followUpsVisibleTo(viewer), { id, ending: null }] },
      select: { campaignId: true },
    })
    if (!found) return null
    const there = await membersWhoOpen(tx, viewer, found.campaignId)
    return { columns: { followUpId: id }, by: { AND: [there, { role: writes }] } }
  }
  const entry = await tx.entry.findFirst({
    where: {
      AND: [entriesWritableBy(viewer), { id, status: { in: ['draft', 'in_review'] } }],
    },
    select: { status: true, createdBy: true, campaignId: true },
  })
  if (!entry) return null
  const { status, createdBy } = entry
  const author = status === 'draft' && createdBy ? [{ id: createdBy, role: writes }] : []
  const there = await membersWhoOpen(tx, viewer, entry.campaignId)
  return {
    columns: { entryId: id, entryStatus: status },
    by: { AND: [there, { OR: [editors, ...author] }] },
  }
}

const writes = { not: 'viewer' } satisfies Prisma.EnumMemberRoleFilter

/** Lists the present members of these, by name. */
export async function listMembers(tx: Tx, viewer: Viewer, by: Prisma.MemberWhereInput) {
  requireMember(viewer)
  const { workspaceId } = viewer
  const rows = await tx.member.findMany({
    where: { AND: [{ workspaceId, removedAt: null }, by] },
    select: memberSelect,
    orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
    take: MOST_MEMBERS,
  })
  return rows.map(named)
}

const memberSelect = {
  id: true,
  account: { select: { name: true } },
} satisfies Prisma.MemberSelect

function named({ id, account }: Prisma.MemberGetPayload<{ select: typeof memberSelect }>) {
  return { id, name: account.name }
}
