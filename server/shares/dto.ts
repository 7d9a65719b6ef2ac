import 'server-only'
import type { Lens } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'
import { env } from '../env'
import { shareAddress } from './address'
import { hasExpired } from './expiry'
import { openToken } from './seal'

/**
 * A share link as members see it; moments are ISO timestamps. `url` is null when the link has
 * ended, and when the installation's secret is no longer the one it was sealed with. `by` is null
 * for the operator's command line.
 */
export type Share = {
  id: string
  campaign: { slug: string; title: string; timeZone: string }
  lens: Lens
  label: string
  by: string | null
  createdAt: string
  expiresAt: string | null
  state: 'live' | 'expired' | 'revoked'
  /** When somebody ended it, and who; null while nobody has. */
  revoked: { at: string; by: string | null } | null
  url: string | null
}

const memberName = { select: { account: { select: { name: true } } } }

/** What is read of a share link for members. */
export const shareSelect = {
  id: true,
  campaign: { select: { slug: true, title: true, timeZone: true } },
  tokenHash: true,
  tokenSealed: true,
  lens: true,
  label: true,
  createdAt: true,
  expiresAt: true,
  creator: memberName,
  revocation: { select: { revokedAt: true, member: memberName } },
} satisfies Prisma.ShareLinkSelect

/** A row as members may have it: with the address, never with the token's hash or seal. */
export function toShare(
  row: Prisma.ShareLinkGetPayload<{ select: typeof shareSelect }>,
  now: Date,
): Share {
  const { revocation, expiresAt } = row
  const state = revocation ? 'revoked' : hasExpired(expiresAt, now) ? 'expired' : 'live'
  const token = state === 'live' ? openToken(row.tokenSealed, row.tokenHash, env().secret) : null
  return {
    id: row.id,
    campaign: row.campaign,
    lens: row.lens,
    label: row.label,
    by: row.creator?.account.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    state,
    revoked: revocation && {
      at: revocation.revokedAt.toISOString(),
      by: revocation.member?.account.name ?? null,
    },
    url: token === null ? null : shareAddress(token),
  }
}
