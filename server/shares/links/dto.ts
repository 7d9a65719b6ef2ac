import 'server-only'
import type { ShareScope } from '@/lib/schemas/share'
import type { Lens } from '@/lib/schemas/words'
import { choicesFrom } from '@/lib/shares/choices'
import { moreThanLens, type LensChoices } from '@/lib/shares/lens'
import { ownPublisher, type OwnPublisher } from '@/lib/shares/publisher'
import { viewsInWords } from '@/lib/shares/views'
import type { Prisma } from '@/prisma/generated/client'
import { env } from '../../env'
import { shareAddress } from './address'
import { canTakeBack, standingEnd } from './ending'
import { hasExpired } from './expiry'
import { openToken } from './seal'

/**
 * A share link as members see it; moments are ISO timestamps. `url` is null when the link has
 * ended, and when the installation's secret is no longer the one it was sealed with. `by` is null
 * for the operator's command line.
 */
export type Share = {
  id: string
  campaign: { id: string; slug: string; title: string; timeZone: string }
  lens: Lens
  label: string
  by: string | null
  createdAt: string
  expiresAt: string | null
  scope: ShareScope
  /** The filter of the scope `filter`, as the address of a timeline holds it. */
  filter: string
  /** The id of the one entry of the scope `entry`. */
  entryId: string | null
  /** What it changes of its lens, or null. */
  choices: LensChoices | null
  /** Whether search engines may keep it. */
  indexed: boolean
  /** Whether previews may show what is behind it. */
  cards: boolean
  /** Whether its readers are told who keeps the record. */
  named: boolean
  /** Who it says keeps the record, in words of its own; empty where as the workspace has it. */
  publisher: OwnPublisher
  /** The https origins that may show it in a frame. */
  frames: string[]
  /** Whether its secret stands after the # of its address. */
  private: boolean
  /** Whose membership it lives by; null for the operator's. */
  keeper: { id: string; name: string } | null
  /** Whether it asks for a password. */
  locked: boolean
  /** What it shows more than its lens does by itself, in words. */
  more: string[]
  /** Page views in all, as nearly as they may be told. */
  views: string
  /** `left` when the member who kept it has left. */
  state: 'live' | 'expired' | 'revoked' | 'left'
  /** Whether it is paused, by a lock-down or since the database is an older copy, until an owner resumes it. */
  paused: boolean
  /** Whether a lock-down paused it: it is then resumed by itself alone. */
  lockedDown: boolean
  /** When somebody ended it, who, and whether that can still be taken back; null while nobody has. */
  revoked: { at: string; by: string | null; canTakeBack: boolean } | null
  url: string | null
}

const memberName = { select: { account: { select: { name: true } } } }

/** What is read of a share link for members. */
export const shareSelect = {
  id: true,
  campaign: { select: { id: true, slug: true, title: true, timeZone: true } },
  tokenHash: true,
  tokenSealed: true,
  lens: true,
  choices: true,
  scope: true,
  filter: true,
  entryId: true,
  indexed: true,
  cards: true,
  publisherName: true,
  publisherAbout: true,
  publisherContact: true,
  publisherCorrections: true,
  named: true,
  frames: true,
  private: true,
  passwordHash: true,
  keptBy: true,
  label: true,
  createdAt: true,
  expiresAt: true,
  pausedAt: true,
  lockedDown: true,
  creator: memberName,
  revocations: { where: standingEnd, select: { revokedAt: true, member: memberName }, take: 1 },
} satisfies Prisma.ShareLinkSelect

/** What is known of the workspace beside the links: members by id, and page views by link. */
export type Around = {
  keepers: Map<string, { name: string; left: boolean }>
  views: Map<string, number>
}

/** A row as members may have it: with the address, never with the token's hash or seal. */
export function toShare(
  row: Prisma.ShareLinkGetPayload<{ select: typeof shareSelect }>,
  now: Date,
  { keepers, views }: Around,
): Share {
  const { expiresAt, keptBy } = row
  const [revocation] = row.revocations
  const keeper = keptBy === null ? undefined : keepers.get(keptBy)
  const state = revocation
    ? 'revoked'
    : hasExpired(expiresAt, now)
      ? 'expired'
      : keptBy !== null && (keeper?.left ?? true)
        ? 'left'
        : 'live'
  const token = state === 'live' ? openToken(row.tokenSealed, row.tokenHash, env().secret) : null
  const choices = choicesFrom(row.choices)
  return {
    id: row.id,
    campaign: row.campaign,
    lens: row.lens,
    label: row.label,
    by: row.creator?.account.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    scope: row.scope,
    filter: row.filter,
    entryId: row.entryId,
    choices,
    indexed: row.indexed,
    cards: row.cards,
    named: row.named,
    publisher: ownPublisher(row),
    frames: row.frames,
    private: row.private,
    keeper: keptBy !== null && keeper ? { id: keptBy, name: keeper.name } : null,
    locked: row.passwordHash !== null,
    more: moreThanLens(row.lens, choices),
    views: viewsInWords(views.get(row.id) ?? 0),
    state,
    paused: state === 'live' && row.pausedAt !== null,
    lockedDown: row.lockedDown,
    revoked: revocation
      ? {
          at: revocation.revokedAt.toISOString(),
          by: revocation.member?.account.name ?? null,
          canTakeBack: canTakeBack(revocation.revokedAt, now),
        }
      : null,
    url: token === null ? null : shareAddress(token, row.private),
  }
}
