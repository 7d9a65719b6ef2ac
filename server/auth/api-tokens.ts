import 'server-only'
import type { TokenListing } from '@/lib/tokens'
import type { TokenInput, TokenScope } from '@/lib/schemas/token'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import { isUuid } from '../ids'
import { requireStillIn } from '../members/lock'
import { campaignsVisibleTo } from '../policy'
import { membershipsOf, turnTo } from './memberships'
import { hashToken, newToken } from './tokens'
import type { Organizer } from './viewer'

/** By this a token is known for one where it turns up, in a log or in somebody's code. */
export const TOKEN_PREFIX = 'tl_'

const DAY_MS = 24 * 60 * 60_000
const MOST_TOKENS = 20

/** Tokens that work at a moment. */
export function liveTokensAt(now: Date) {
  return { endedAt: null, expiresAt: { gt: now } }
}

/**
 * Makes this member a token for a program.
 *
 * @returns the token, which is kept nowhere and cannot be shown again.
 * @throws AppError `not_found` for a campaign that the member may not see, `conflict` for more
 *   tokens than anybody can keep an eye on, and after a lock-down.
 */
export async function makeToken(
  viewer: Organizer,
  { name, scope, reach, campaigns, days }: TokenInput,
  now = new Date(),
): Promise<{ id: string; token: string }> {
  const { workspaceId, memberId } = viewer
  const secret = newToken()
  const tokenHash = hashToken(secret)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const everyCampaign = reach === 'every'
  const campaignIds = everyCampaign ? [] : [...new Set(campaigns)]
  const id = await withViewer(viewer, async (tx) => {
    await requireStillIn(tx, viewer)
    const seen = { AND: [campaignsVisibleTo(viewer), { id: { in: campaignIds } }] }
    if ((await tx.campaign.count({ where: seen })) < campaignIds.length) throw notFound('campaign')
    const own = { workspaceId, memberId, ...liveTokensAt(now) }
    if ((await tx.apiToken.count({ where: own })) >= MOST_TOKENS)
      throw new AppError(
        'conflict',
        `You have ${MOST_TOKENS} tokens already. Revoke one that is no longer used.`,
      )
    const made = await tx.apiToken.create({
      data: {
        ...{ workspaceId, memberId, name, tokenHash, scope, everyCampaign, campaignIds },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + days * DAY_MS) },
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'api_token', made.id)
    return made.id
  })
  return { id, token: TOKEN_PREFIX + secret }
}

/** Lists this member's own tokens that work, the newest first. */
export async function listTokens(viewer: Organizer, now = new Date()): Promise<TokenListing[]> {
  const { workspaceId, memberId } = viewer
  return withViewer(viewer, async (tx) => {
    const rows = await tx.apiToken.findMany({
      where: { workspaceId, memberId, ...liveTokensAt(now) },
      select: tokenSelect,
      orderBy: { createdAt: 'desc' },
      take: MOST_TOKENS,
    })
    return toListings(tx, rows)
  })
}

/** What is read of a token to list it: never its hash. */
export const tokenSelect = {
  ...{ id: true, name: true, scope: true, everyCampaign: true, campaignIds: true },
  ...{ createdAt: true, expiresAt: true, usedAt: true },
} as const

type TokenRow = Pick<
  TokenListing & { everyCampaign: boolean; campaignIds: string[] },
  'id' | 'name' | 'everyCampaign' | 'campaignIds'
> & { scope: string; createdAt: Date; expiresAt: Date; usedAt: Date | null }

/** Rows of tokens as a page may have them, with the titles of their campaigns. */
export async function toListings(tx: Tx, rows: TokenRow[]): Promise<TokenListing[]> {
  const named = await tx.campaign.findMany({
    where: { id: { in: rows.flatMap(({ campaignIds }) => campaignIds) }, trashedAt: null },
    select: { id: true, title: true },
  })
  const titles = new Map(named.map(({ id, title }) => [id, title]))
  return rows.map(({ id, name, scope, everyCampaign, campaignIds, ...times }) => ({
    ...{ id, name, scope: scope as TokenScope },
    campaigns: everyCampaign ? null : campaignIds.flatMap((one) => titles.get(one) ?? []),
    createdAt: times.createdAt.toISOString(),
    expiresAt: times.expiresAt.toISOString(),
    usedAt: times.usedAt?.toISOString() ?? null,
  }))
}

/**
 * Ends one of this member's tokens; the next request with it is refused.
 *
 * @throws AppError `not_found` for one that has ended or is somebody else's.
 */
export async function endToken(viewer: Organizer, id: string, now = new Date()): Promise<void> {
  if (!isUuid(id)) throw notFound('token')
  const { workspaceId, memberId } = viewer
  await withViewer(viewer, async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { workspaceId, memberId, id, endedAt: null },
      data: { endedAt: now },
    })
    if (count === 0) throw notFound('token')
    await keepAudit(tx, viewer, 'revoke', 'api_token', id)
  })
}

/**
 * Ends what opens the record without signing in, in each workspace of an account, as its sessions
 * end: the tokens of programs and the addresses of calendars.
 */
export async function endTokensAndCalendars(tx: Tx, accountId: string, now: Date): Promise<void> {
  for (const { workspaceId, memberId } of await membershipsOf(tx, accountId)) {
    await turnTo(tx, workspaceId)
    await tx.apiToken.updateMany({
      where: { workspaceId, memberId, endedAt: null },
      data: { endedAt: now },
    })
    await tx.calendarFeed.updateMany({
      where: { workspaceId, memberId, endedAt: null },
      data: { endedAt: now },
    })
  }
}
