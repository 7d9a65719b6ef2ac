import 'server-only'
import { isoDayOf, todayIn } from '@/lib/dates/days'
import type { FollowUpCalendar } from '@/lib/formats/follow-ups-ics'
import { requireMember, type Viewer } from '../auth/viewer'
import { hashToken, newToken } from '../auth/tokens'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer, type Tx } from '../db'
import { env } from '../env'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { requireStillIn } from '../members/lock'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'
import { openToken, sealToken } from '../shares/links/seal'
import { openFollowUps } from './follow-ups'

const MOST_COMING = 500
const MOST_LISTED = 200

/**
 * The member's own secret address of a campaign's calendar, or null where they made none, or where
 * the installation's secret is no longer the one under which it was sealed.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function calendarAddress(viewer: Viewer, slug: string): Promise<string | null> {
  requireMember(viewer)
  if (viewer.kind !== 'organizer') return null
  return withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const feed = await tx.calendarFeed.findFirst({
      where: { campaignId: campaign.id, memberId: viewer.memberId, endedAt: null },
      select: { tokenHash: true, tokenSealed: true },
    })
    const token = feed && openToken(feed.tokenSealed, feed.tokenHash, env().secret)
    return token ? addressOf(token) : null
  })
}

/** The campaigns of whose calendars this member has a secret address that works, by title. */
export async function listCalendarAddresses(
  viewer: Viewer,
): Promise<{ id: string; createdAt: string; campaign: { slug: string; title: string } }[]> {
  requireMember(viewer)
  if (viewer.kind !== 'organizer') return []
  return withViewer(viewer, async (tx) => {
    const rows = await tx.calendarFeed.findMany({
      where: {
        ...{ workspaceId: viewer.workspaceId, memberId: viewer.memberId, endedAt: null },
        campaign: campaignsVisibleTo(viewer),
      },
      select: { id: true, createdAt: true, campaign: { select: { slug: true, title: true } } },
      orderBy: [{ campaign: { title: 'asc' } }, { id: 'asc' }],
      take: MOST_LISTED,
    })
    return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }))
  })
}

/**
 * Makes the member a new secret address for a campaign's calendar. The one before ends with it.
 *
 * @returns the address.
 * @throws AppError `forbidden` for the operator, who is no member; `not_found` for the campaign.
 */
export async function makeCalendarAddress(viewer: Viewer, slug: string): Promise<string> {
  requireMember(viewer)
  const { memberId } = own(viewer)
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token is not one.')
  await withViewer(viewer, async (tx) => {
    await requireStillIn(tx, viewer)
    const campaign = await campaignBySlug(tx, viewer, slug)
    await endThose(tx, campaign.id, memberId)
    const { id } = await tx.calendarFeed.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, campaignId: campaign.id, memberId, tokenHash },
        tokenSealed: sealToken(token, tokenHash, env().secret),
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'calendar_feed', id)
  })
  return addressOf(token)
}

/**
 * Ends the member's address of a campaign's calendar; from the next request on it is not found.
 *
 * @throws AppError `forbidden` for the operator, `not_found` where there is none.
 */
export async function endCalendarAddress(viewer: Viewer, slug: string): Promise<void> {
  requireMember(viewer)
  const { memberId } = own(viewer)
  await withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const feed = await tx.calendarFeed.findFirst({
      where: { campaignId: campaign.id, memberId, endedAt: null },
      select: { id: true },
    })
    if (!feed) throw notFound('calendar address')
    await endThose(tx, campaign.id, memberId)
    await keepAudit(tx, viewer, 'revoke', 'calendar_feed', feed.id)
  })
}

/**
 * Reads what a member's calendar shows of a campaign: the open follow-ups, and the entries that are
 * still to come, as far as the member may see them.
 *
 * @throws AppError `not_found` for the campaign.
 */
export async function readCalendar(viewer: Viewer, campaignId: string): Promise<FollowUpCalendar> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const campaign = await tx.campaign.findFirst({
      where: { AND: [campaignsVisibleTo(viewer), { id: campaignId }] },
      select: { id: true, slug: true, title: true, timeZone: true },
    })
    if (!campaign) throw notFound('campaign')
    const coming = await tx.entry.findMany({
      where: {
        AND: [
          entriesVisibleTo(viewer),
          { campaignId, lastDay: { gte: new Date(todayIn(campaign.timeZone)) } },
        ],
      },
      select: {
        ...{ id: true, title: true, place: true, edtf: true, firstDay: true, lastDay: true },
        ...{ timeOfDay: true, timeZone: true, updatedAt: true },
      },
      orderBy: [{ firstDay: 'asc' }, { id: 'asc' }],
      take: MOST_COMING,
    })
    const { slug, title } = campaign
    return {
      campaign: { title, address: new URL(`/campaigns/${slug}`, env().url).href },
      followUps: await openFollowUps(tx, viewer, campaignId),
      coming: coming.map(({ firstDay, lastDay, timeOfDay, updatedAt, ...entry }) => ({
        ...entry,
        ...{ firstDay: isoDayOf(firstDay), lastDay: isoDayOf(lastDay), time: timeOfDay },
        updatedAt: updatedAt.toISOString(),
      })),
    }
  })
}

function own(viewer: Viewer): { memberId: string } {
  if (viewer.kind === 'organizer') return viewer
  throw new AppError('forbidden', 'A calendar address belongs to a member.')
}

async function endThose(tx: Tx, campaignId: string, memberId: string): Promise<void> {
  await tx.calendarFeed.updateMany({
    where: { campaignId, memberId, endedAt: null },
    data: { endedAt: new Date() },
  })
}

function addressOf(token: string): string {
  return new URL(`/feeds/${token}.ics`, env().url).href
}
