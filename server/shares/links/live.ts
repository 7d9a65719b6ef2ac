import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { standingEnd } from './ending'

/** A campaign's links that can be opened at this moment, or once they are no longer paused. */
export function liveLinksOf(
  campaignId: string,
  now: Date,
): Pick<Prisma.ShareLinkWhereInput, 'campaignId' | 'revocations' | 'OR'> {
  return {
    campaignId,
    revocations: { none: standingEnd },
    OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  }
}
