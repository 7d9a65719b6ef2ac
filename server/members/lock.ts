import 'server-only'
import { atMost, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'

/** Lets roles change one at a time in a workspace, so that the last two owners cannot both leave at once. */
export async function lockMembers(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`members ${workspaceId}`}, 0))`
}

/**
 * Lets through who is a member still, of the role that they had, and keeps them from being removed and the workspace from being locked down until
 * the transaction is over. Whatever makes a way in goes through here: one that is made while others
 * are ended would outlive them.
 *
 * @throws AppError `conflict`.
 */
export async function requireStillIn(tx: Tx, viewer: Viewer): Promise<void> {
  if (viewer.kind !== 'organizer') return
  const { workspaceId, memberId, role, lockDowns } = viewer
  await tx.$executeRaw`
    select pg_advisory_xact_lock_shared(hashtextextended(${`members ${workspaceId}`}, 0))`
  const member = await tx.member.findFirst({
    where: { workspaceId, id: memberId, removedAt: null },
    select: { role: true, workspace: { select: { lockDowns: true } } },
  })
  if (!member || atMost(role, member.role) !== role)
    throw new AppError(
      'conflict',
      'Your role has changed. Open the page again to see what it may do.',
    )
  if (lockDowns !== undefined && member.workspace.lockDowns !== lockDowns)
    throw new AppError('conflict', 'The workspace was locked down a moment ago. Reload the page.')
}
