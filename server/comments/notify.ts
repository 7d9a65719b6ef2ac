import 'server-only'
import type { NotificationKind } from '@/lib/comments/comments'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import type { Tx } from '../db'
import { choiceSelect, planMessages } from '../mail/plan'
import { membersWhoSee } from './audience'

/** What somebody is notified of. */
type About =
  { commentId: string } | { assignmentId: string } | { entryId: string; entryVersion: number }

/**
 * Notifies members who are still there and see what it is about, each once of each thing, and only of the kinds that they
 * want; nobody of what they did themselves. Of several kinds the last one counts that is wanted. Who wants mail or a push
 * gets it, too.
 *
 * @param about one thing, or several of one campaign
 * @returns who was notified
 * @throws AppError `forbidden` for a viewer.
 */
export async function notify(
  tx: Tx,
  viewer: Viewer,
  about: About | readonly About[],
  members: ReadonlyMap<string, readonly NotificationKind[]>,
  now = new Date(),
): Promise<string[]> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const ids = [...members.keys()].filter((id) => id !== memberIdOf(viewer))
  const things = [about].flat()
  const [first] = things
  if (ids.length === 0 || !first) return []
  const present = await tx.member.findMany({
    where: { AND: [await membersTold(tx, viewer, first), { id: { in: ids } }] },
    select: { id: true, account: { select: { unwantedNotifications: true, ...choiceSelect } } },
  })
  const made = await tx.notification.createManyAndReturn({
    data: present.flatMap(({ id, account: { unwantedNotifications: unwanted } }) => {
      const kind = members.get(id)?.findLast((one) => !unwanted.includes(one))
      const one = { workspaceId, memberId: id, causedBy: memberIdOf(viewer) }
      return kind ? things.map((thing) => ({ ...one, kind, ...thing })) : []
    }),
    skipDuplicates: true,
    select: { id: true, memberId: true, kind: true },
  })
  // In one order, so that two comments at once wait for each other.
  for (const { id: memberId, account } of present.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = made.filter((one) => one.memberId === memberId)
    const [{ kind } = { kind: '' }] = own
    const told = { workspaceId, ids: own.map(({ id }) => id), memberId, kind }
    if (own.length > 0) await planMessages(tx, told, account, now)
  }
  return [...new Set(made.map(({ memberId }) => memberId))]
}

async function membersTold(tx: Tx, viewer: Viewer, about: About) {
  const nothing = { entryId: null, demandId: null, sourceId: null }
  if ('entryId' in about) return membersWhoSee(tx, viewer, { ...nothing, entryId: about.entryId })
  if ('commentId' in about) {
    const comment = await tx.comment.findFirst({
      where: { id: about.commentId },
      select: { entryId: true, demandId: true, sourceId: true },
    })
    return membersWhoSee(tx, viewer, comment ?? nothing)
  }
  const campaign = { select: { campaignId: true } }
  const found = await tx.assignment.findFirst({
    where: { id: about.assignmentId },
    select: {
      ...{ entry: campaign, followUp: campaign },
      planRole: { select: { plan: campaign } },
      planTask: { select: { plan: campaign } },
    },
  })
  const of = found?.entry ?? found?.followUp ?? (found?.planRole ?? found?.planTask)?.plan
  return membersWhoOpen(tx, viewer, of?.campaignId ?? null)
}
