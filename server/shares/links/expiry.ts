import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { standingEnd } from './ending'

/** Whether a link's end has come; a link without one stays until somebody ends it. */
export function hasExpired(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}

/**
 * The links that can be read at this moment: neither revoked nor expired, nor kept by one of the
 * members who have left.
 */
export function liveAt(now: Date, left: string[] = []): Prisma.ShareLinkWhereInput {
  return {
    revocations: { none: standingEnd },
    AND: [
      { OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      { OR: [{ keptBy: null }, { keptBy: { notIn: left } }] },
    ],
  }
}
