import 'server-only'
import type { TokenScope } from '@/lib/schemas/token'
import type { MemberRole } from '@/prisma/generated/client'
import { atThreshold } from '../db'
import { liveTokensAt, TOKEN_PREFIX } from './api-tokens'
import { countOne } from './limits'
import { memberWhoMay } from './member-who-may'
import { turnTo } from './memberships'
import { mint } from './mint'
import { hashToken } from './tokens'
import { atMost, type Organizer, type TokenInHand } from './viewer'

/** How often one token may ask. */
const PER_TOKEN = { tries: 300, windowMs: 60_000 }
const USED_EVERY_MS = 60_000

/** The most that a program may do with a token, as the role that does as much. */
const ROLE_OF: Record<TokenScope, MemberRole> = {
  read: 'viewer',
  drafts: 'contributor',
  publish: 'editor',
}

/** How much of its limit a token has left, and in how many seconds it begins anew. */
type TokenLimit = { most: number; left: number; seconds: number; windowSeconds: number }

/** A program that asks: its member, narrowed to what the token allows; null where it asks too often. */
export type ApiCaller = {
  viewer: (Organizer & { readonly token: TokenInHand }) | null
  scope: TokenScope
  limit: TokenLimit
}

/**
 * Who is behind the token of a request, with the role of this moment; null for one that is unknown,
 * was ended or has expired, whose member has left, or still has to set up one-time codes. What
 * cannot be a token costs no query.
 *
 * @param authorization the header of that name.
 */
export async function openApiToken(
  authorization: string | null,
  now = new Date(),
): Promise<ApiCaller | null> {
  const [, given = ''] = /^bearer +(\S+)$/i.exec(authorization ?? '') ?? []
  const tokenHash = given.startsWith(TOKEN_PREFIX)
    ? hashToken(given.slice(TOKEN_PREFIX.length))
    : null
  if (!tokenHash) return null
  return atThreshold({ apiTokenHash: tokenHash }, async (tx) => {
    const row = await tx.apiToken.findFirst({
      where: { tokenHash, ...liveTokensAt(now) },
      select: {
        ...{ workspaceId: true, id: true, memberId: true, name: true, scope: true },
        ...{ everyCampaign: true, campaignIds: true, usedAt: true },
      },
    })
    if (!row) return null
    const { workspaceId, id, memberId, name, usedAt } = row
    // The token shows its own row alone; whether its member is still one is the workspace's to tell.
    await turnTo(tx, workspaceId)
    const member = await memberWhoMay(tx, workspaceId, memberId)
    if (!member) return null
    if (!usedAt || now.getTime() - usedAt.getTime() >= USED_EVERY_MS)
      await tx.apiToken.updateMany({ where: { workspaceId, id }, data: { usedAt: now } })
    const { hits, windowEnds } = await countOne(tx, `api ${id}`, PER_TOKEN, now)
    const scope = row.scope as TokenScope
    const token = { id, name, campaignIds: row.everyCampaign ? null : row.campaignIds }
    const role = atMost(member.role, ROLE_OF[scope])
    const { accountId, lockDowns } = member
    const ids = { workspaceId, accountId, memberId }
    return {
      viewer:
        hits > PER_TOKEN.tries
          ? null
          : mint({ kind: 'organizer' as const, ...ids, role, lockDowns, token }),
      scope,
      limit: {
        most: PER_TOKEN.tries,
        left: Math.max(0, PER_TOKEN.tries - hits),
        seconds: Math.max(1, Math.ceil((windowEnds.getTime() - now.getTime()) / 1_000)),
        windowSeconds: PER_TOKEN.windowMs / 1_000,
      },
    }
  })
}
