import 'server-only'
import type { NotificationKind } from '@/lib/comments/comments'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { mailChoiceSelect, planMail } from '../mail/plan'

/** What somebody is notified of. */
type About = { commentId: string } | { assignmentId: string }

/**
 * Notifies members who are still there, each once, and only of the kinds that they want; nobody of
 * what they did themselves. Of several kinds the last one counts that is wanted. Who wants mail gets it, too.
 *
 * @throws AppError `forbidden` for a viewer.
 */
export async function notify(
  tx: Tx,
  viewer: Viewer,
  about: About,
  members: ReadonlyMap<string, readonly NotificationKind[]>,
  now = new Date(),
): Promise<void> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const ids = [...members.keys()].filter((id) => id !== memberIdOf(viewer))
  if (ids.length === 0) return
  const present = await tx.member.findMany({
    where: { workspaceId, id: { in: ids }, removedAt: null },
    select: { id: true, account: { select: { unwantedNotifications: true, ...mailChoiceSelect } } },
  })
  const made = await tx.notification.createManyAndReturn({
    data: present.flatMap(({ id, account: { unwantedNotifications: unwanted } }) => {
      const kind = members.get(id)?.findLast((one) => !unwanted.includes(one))
      return kind ? [{ workspaceId, memberId: id, kind, ...about }] : []
    }),
    skipDuplicates: true,
    select: { id: true, memberId: true },
  })
  const accounts = new Map(present.map(({ id, account }) => [id, account]))
  // In one order, so that two comments at once wait for each other.
  for (const { id, memberId } of made.sort((a, b) => (a.memberId < b.memberId ? -1 : 1))) {
    const account = accounts.get(memberId)
    if (account) await planMail(tx, { workspaceId, id, memberId }, account, now)
  }
}
