import 'server-only'
import { rulesOf } from '@/lib/shares/lens'
import { ownPublisher } from '@/lib/shares/publisher'
import type { ShareInput } from '@/lib/schemas/share'
import { memberIdOf, requireRole, type Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { env } from '../../env'
import { notFound } from '../../errors'
import { keepAudit } from '../../history/record'
import { requireStillIn } from '../../members/lock'
import { campaignsVisibleTo } from '../../policy'
import { shareAddress } from './address'
import { requireIndexable } from './indexable'
import { requireDecided } from '../reading/open-places'
import { hashLinkPassword } from './password'
import { scopeFrom } from '../reading/scope'
import { sealToken } from './seal'
import { hashShareToken, newShareToken } from './token'

const DAY_MS = 24 * 60 * 60_000

/** A link just made: its address, and when it ends by itself (ISO timestamp) or null for never. */
export type NewShare = { id: string; url: string; expiresAt: string | null }

/**
 * Makes a read-only link to a campaign.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign, `invalid` for a scope
 *   that is of nothing, a password that is easy to guess, a locked link that is to be indexed, or
 *   words that may be names and that nobody has decided.
 */
export async function createShare(
  viewer: Viewer,
  input: ShareInput,
  now = new Date(),
): Promise<NewShare> {
  requireRole(viewer, 'editor')
  const token = newShareToken()
  const tokenHash = hashShareToken(token)
  // Before the transaction: it takes the time that a hash is meant to take.
  const passwordHash = await hashLinkPassword(input.password)
  const { lens, indexed = false, private: isPrivate = false, choices = null } = input
  requireIndexable({ indexed, lens, locked: passwordHash !== null, private: isPrivate })
  return withViewer(viewer, async (tx) => {
    await requireStillIn(tx, viewer)
    const campaign = await tx.campaign.findFirst({
      where: { ...campaignsVisibleTo(viewer), id: input.campaign },
      select: { id: true },
    })
    if (!campaign) throw notFound('campaign')
    const { people } = rulesOf(lens, choices)
    await requireDecided(tx, viewer, campaign.id, { people, choice: input.undecided })
    const expiresAt =
      input.expires === null ? null : new Date(now.getTime() + input.expires * DAY_MS)
    const { id } = await tx.shareLink.create({
      data: {
        workspaceId: viewer.workspaceId,
        campaignId: campaign.id,
        tokenHash,
        tokenSealed: sealToken(token, tokenHash, env().secret),
        lens,
        ...(choices && { choices: { ...choices } }),
        private: isPrivate,
        named: input.named ?? (!isPrivate || Object.values(ownPublisher(input)).some(Boolean)),
        ...(await scopeFrom(tx, viewer, campaign.id, input)),
        passwordHash,
        passwordVersion: passwordHash === null ? 0 : 1,
        indexed,
        cards: input.cards ?? false,
        ...ownPublisher(input),
        frames: input.frames ?? [],
        label: input.label,
        createdBy: memberIdOf(viewer),
        keptBy: memberIdOf(viewer),
        createdAt: now,
        expiresAt,
      },
      select: { id: true },
    })
    await keepAudit(tx, viewer, 'create', 'share', id)
    return { id, url: shareAddress(token, isPrivate), expiresAt: expiresAt?.toISOString() ?? null }
  })
}
