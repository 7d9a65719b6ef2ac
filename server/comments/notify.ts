import 'server-only'
import type { NotificationKind } from '@/lib/comments/comments'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import type { Tx } from '../db'
import { mailChoiceSelect, planMail } from '../mail/plan'

/** What somebody is notified of. */
type About = { commentId: string } | { assignmentId: string }

/**
 * Notifies members who are still there and can open the campaign, each once, and only of the kinds that they want; nobody of
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
    where: { AND: [await membersWhoSee(tx, viewer, about), { id: { in: ids } }] },
    select: { id: true, account: { select: { unwantedNotifications: true, ...mailChoiceSelect } } },
  })
  const made = await tx.notification.createManyAndReturn({
    data: present.flatMap(({ id, account: { unwantedNotifications: unwanted } }) => {
      const kind = members.get(id)?.findLast((one) => !unwanted.includes(one))
      return kind
        ? [{ workspaceId, memberId: id, kind, causedBy: memberIdOf(viewer), ...about }]
        : []
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

async function membersWhoSee(tx: Tx, viewer: Viewer, about: About) {
  const campaign = { select: { campaignId: true } }
  const found =
    'commentId' in about
      ? await tx.comment.findFirst({
          where: { id: about.commentId },
          select: { entry: campaign, demand: campaign },
        })
      : await tx.assignment.findFirst({
          where: { id: about.assignmentId },
          select: {
            ...{ entry: campaign, followUp: campaign },
            planRole: { select: { plan: campaign } },
            planTask: { select: { plan: campaign } },
          },
        })
  const other =
    found &&
    ('demand' in found
      ? found.demand
      : (found.followUp ?? (found.planRole ?? found.planTask)?.plan))
  return membersWhoOpen(tx, viewer, (found?.entry ?? other)?.campaignId ?? null)
}
