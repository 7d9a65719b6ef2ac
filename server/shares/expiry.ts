import 'server-only'
import type { Prisma } from '@/prisma/generated/client'

/** Whether a link's end has come; a link without one stays until somebody ends it. */
export function hasExpired(expiresAt: Date | null, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now
}

/** The links that can be read at this moment: neither revoked nor expired. */
export function liveAt(now: Date): Prisma.ShareLinkWhereInput {
  return { revocation: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
}
