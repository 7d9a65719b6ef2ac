import 'server-only'
import type { CampaignAccess, CampaignAccessInput } from '@/lib/schemas/campaign-access'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { presentOrSuspended } from '../members/present'
import { campaignsVisibleTo } from '../policy'
import { membersWhoOpen } from './access'
import { wantedOf, type AccessNow } from './access-difference'
import { campaignBySlug } from './queries'

const MOST = 2_000

/**
 * Who can open a campaign, and who else could.
 *
 * @throws AppError `forbidden` below editor, `not_found`.
 */
export async function getCampaignAccess(viewer: Viewer, slug: string): Promise<CampaignAccess> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const { id, isRestricted } = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.member.findMany({
      where: { workspaceId, ...presentOrSuspended },
      select: {
        ...{ id: true, role: true, suspendedAt: true, account: { select: { name: true } } },
        campaigns: { where: { campaignId: id }, select: { campaignId: true } },
      },
      orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
      take: MOST,
    })
    const own = memberIdOf(viewer)
    const named = rows.map(({ id, role, suspendedAt, account, campaigns }) => ({
      ...{ id, role, name: account.name },
      ...{ isIn: campaigns.length > 0, isSuspended: suspendedAt !== null },
    }))
    const others = named.filter(({ role }) => role !== 'owner')
    return {
      isRestricted,
      owners: named
        .filter(({ role, isSuspended }) => role === 'owner' && !isSuspended)
        .map(({ name }) => name),
      ownName: others.find((one) => one.id === own)?.name ?? null,
      members: others.filter((one) => one.id !== own),
    }
  })
}

/**
 * Opens a campaign to everyone in the workspace, or to the named members alone. Owners can always open
 * it, and whoever says so stays a member of it. What was assigned in it to those who are left out is
 * assigned to nobody.
 *
 * @param input.began what it was said from; whom others let in or left out since stays so.
 * @throws AppError `forbidden` below editor, `not_found`, `invalid` for somebody who is no member of
 *   the workspace, and where it was opened or restricted since `input.began`.
 */
export async function restrictCampaign(
  viewer: Viewer,
  id: string,
  input: CampaignAccessInput,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'editor')
  if (!isUuid(id)) throw notFound('campaign')
  await withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    await tx.$queryRaw`select 1 as locked from campaign where id = ${id}::uuid for no key update`
    const current = await accessNow(tx, viewer, id)
    const { who, added, gone } = wantedOf(current, input, memberIdOf(viewer))
    await requireMembers(tx, viewer, added)
    const fields = [
      ...(current.who === who ? [] : ['restricted']),
      ...(added.length + gone.length > 0 ? ['members'] : []),
    ]
    if (fields.length === 0) return
    const campaign = { workspaceId, campaignId: id }
    if (who === 'members')
      await tx.campaignRestriction.createMany({ data: [campaign], skipDuplicates: true })
    else await tx.campaignRestriction.deleteMany({ where: campaign })
    await tx.campaignMember.deleteMany({ where: { ...campaign, memberId: { in: gone } } })
    await tx.campaignMember.createMany({
      data: added.map((memberId) => ({ ...campaign, memberId })),
    })
    await endAssignments(tx, viewer, id, now)
    await keepAudit(tx, viewer, 'update', 'campaign', id, fields)
    for (const memberId of [...added, ...gone])
      await keepAudit(tx, viewer, 'update', 'member', memberId, ['campaigns'])
  })
}

/**
 * Whether more members could open a restricted campaign than before, where that were said of it.
 *
 * @throws AppError `forbidden` below editor, `not_found`.
 */
export async function letsMoreIn(
  viewer: Viewer,
  id: string,
  input: CampaignAccessInput,
): Promise<boolean> {
  requireRole(viewer, 'editor')
  if (!isUuid(id)) throw notFound('campaign')
  return withViewer(viewer, async (tx) => {
    const current = await accessNow(tx, viewer, id)
    if (current.who === 'everyone') return false
    const own = memberIdOf(viewer)
    const { who, added } = wantedOf(current, input, own)
    return who === 'everyone' || added.some((member) => member !== own)
  })
}

async function accessNow(tx: Tx, viewer: Viewer, id: string): Promise<AccessNow> {
  const found = await tx.campaign.findFirst({
    where: { AND: [campaignsVisibleTo(viewer), { id }] },
    select: {
      restriction: { select: { since: true } },
      members: {
        select: {
          memberId: true,
          member: { select: { role: true, account: { select: { name: true } } } },
        },
      },
    },
  })
  if (!found) throw notFound('campaign')
  return {
    who: found.restriction ? 'members' : 'everyone',
    members: found.members.map(({ memberId, member: { role, account } }) => ({
      ...{ id: memberId, name: account.name, isOwner: role === 'owner' },
    })),
  }
}

async function requireMembers(tx: Tx, { workspaceId }: Viewer, ids: string[]): Promise<void> {
  const where = { workspaceId, id: { in: ids }, ...presentOrSuspended }
  if ((await tx.member.count({ where })) < ids.length)
    throw new AppError('invalid', 'Somebody you chose is no longer a member. Reload the page.', [
      'members',
    ])
}

async function endAssignments(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  now: Date,
): Promise<void> {
  await tx.assignment.updateMany({
    where: {
      ...{ workspaceId: viewer.workspaceId, endedAt: null },
      OR: [
        ...[{ entry: { campaignId } }, { followUp: { campaignId } }],
        ...[{ planRole: { plan: { campaignId } } }, { planTask: { plan: { campaignId } } }],
      ],
      member: { NOT: await membersWhoOpen(tx, viewer, campaignId) },
    },
    data: { endedAt: now },
  })
}
