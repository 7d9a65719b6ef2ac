import 'server-only'
import { rememberEpoch } from '../../auth/epoch'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer, type Tx } from '../../db'
import { AppError, notFound } from '../../errors'
import { keepAudit } from '../../history/record'
import { announceChange } from './announce'
import { endLink } from './ending'
import { liveAt } from './expiry'
import { hashLinkPassword } from './password'

/**
 * Ends all links of the workspace that live, or of one campaign, for good.
 *
 * @returns how many ended.
 * @throws AppError `forbidden` below editor.
 */
export async function revokeAllShares(
  viewer: Viewer,
  campaignId?: string,
  now = new Date(),
): Promise<number> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const links = await tx.shareLink.findMany({
      where: { AND: [{ workspaceId, ...(campaignId && { campaignId }) }, liveAt(now)] },
      select: { id: true, tokenHash: true },
    })
    let ended = 0
    for (const { id, tokenHash } of links) {
      if (await endLink(tx, viewer, { id, tokenHash })) ended += 1
    }
    await rememberEpoch(tx)
    return ended
  })
}

/**
 * Hands a link over to another editor or owner, by whose membership it lives from then on. Who made
 * it stays known.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the link, `invalid` for a member who
 *   may not share or has left.
 */
export async function handOverShare(
  viewer: Viewer,
  { share, member }: { share: string; member: string },
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const link = await linkById(tx, viewer, share)
    const keeper = await tx.member.findFirst({
      where: {
        workspaceId: viewer.workspaceId,
        id: member,
        removedAt: null,
        role: { in: ['owner', 'editor'] },
      },
      select: { id: true },
    })
    if (!keeper) {
      throw new AppError('invalid', 'Choose an editor or owner of this workspace.', ['member'])
    }
    await tx.shareLink.updateMany({ where: { id: link.id }, data: { keptBy: keeper.id } })
    await keepAudit(tx, viewer, 'update', 'share', link.id, ['keptBy'])
    await announceChange(tx, link.tokenHash)
  })
}

/**
 * Gives a link another password, or takes it away; whoever opened the link with an earlier one must
 * give the new one.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the link, `invalid` for a password
 *   that is easy to guess.
 */
export async function changeSharePassword(
  viewer: Viewer,
  { share, password }: { share: string; password: string },
): Promise<void> {
  requireRole(viewer, 'editor')
  const passwordHash = await hashLinkPassword(password)
  await withViewer(viewer, async (tx) => {
    const link = await linkById(tx, viewer, share)
    await tx.shareLink.updateMany({
      where: { id: link.id },
      data: {
        passwordHash,
        passwordVersion: { increment: 1 },
        // What asks for a password is not for search engines.
        ...(passwordHash !== null && { indexed: false }),
      },
    })
    const done = passwordHash === null ? 'passwordRemoved' : 'passwordSet'
    await keepAudit(tx, viewer, 'update', 'share', link.id, [done])
    await announceChange(tx, link.tokenHash)
  })
}

/** Somebody to whom a link can be handed over. */
export type Keeper = { id: string; name: string }

/** Lists the members who may keep a link, by name. @throws AppError `forbidden` below editor. */
export async function listKeepers(viewer: Viewer): Promise<Keeper[]> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const members = await tx.member.findMany({
      where: {
        workspaceId: viewer.workspaceId,
        removedAt: null,
        role: { in: ['owner', 'editor'] },
      },
      select: { id: true, account: { select: { name: true } } },
      orderBy: { account: { name: 'asc' } },
      take: 1_000,
    })
    return members.map(({ id, account }) => ({ id, name: account.name }))
  })
}

async function linkById(tx: Tx, viewer: Viewer, id: string) {
  const link = await tx.shareLink.findFirst({
    where: { workspaceId: viewer.workspaceId, id },
    select: { id: true, tokenHash: true },
  })
  if (!link) throw notFound('share link')
  return link
}
