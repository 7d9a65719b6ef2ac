import 'server-only'
import type { Tx } from '../db'

const MOST = 50_000

/** What lets this person in beside the password and passkeys, and what was begun by mail; no secret of any. */
export async function ownWaysIn(
  tx: Tx,
  { accountId, email }: { accountId: string; email: string },
) {
  const codes = await tx.secondStep.findUnique({
    where: { accountId },
    select: { createdAt: true, confirmedAt: true },
  })
  const recoveryCodes = await tx.recoveryCode.findMany({
    where: { accountId },
    select: { usedAt: true },
    orderBy: { usedAt: 'asc' },
  })
  const resetLinks = await tx.passwordReset.findMany({
    where: { accountId },
    select: { expiresAt: true },
  })
  const resetRequests = await tx.resetRequest.findMany({
    where: { email },
    select: { at: true },
    orderBy: { at: 'desc' },
  })
  return { signInCodes: codes, recoveryCodes, resetLinks, resetRequests }
}

/** What this member has in a workspace that opens something or is kept for them, by the columns that name them. */
export async function ownInWorkspace(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  email: string,
) {
  const own = { workspaceId, memberId }
  const made = { workspaceId, createdBy: memberId }
  const tokens = await tx.apiToken.findMany({
    where: own,
    select: {
      ...{ id: true, name: true, scope: true, everyCampaign: true, campaignIds: true },
      ...{ createdAt: true, expiresAt: true, usedAt: true, endedAt: true },
    },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const calendars = await tx.calendarFeed.findMany({
    where: own,
    select: { id: true, campaignId: true, createdAt: true, endedAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const restrictedCampaigns = await tx.campaignMember.findMany({
    where: own,
    select: { campaignId: true, since: true },
    orderBy: { since: 'desc' },
    take: MOST,
  })
  const invitations = await tx.invitation.findMany({
    where: { workspaceId, email },
    select: { id: true, role: true, createdAt: true, expiresAt: true, usedAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const filters = await tx.savedFilter.findMany({
    where: made,
    select: { id: true, campaignId: true, name: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const unpublished = await tx.entry.findMany({
    where: { ...made, status: { not: 'published' } },
    select: { id: true, campaignId: true, status: true, createdAt: true, trashedAt: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const couldTakeBack = await tx.undoableChange.findMany({
    where: own,
    select: { id: true, kind: true, record: true, at: true, undoneAt: true },
    orderBy: { at: 'desc' },
    take: MOST,
  })
  return {
    ...{ tokens, calendars, restrictedCampaigns, invitations },
    ...{ filters, unpublished, couldTakeBack },
  }
}
