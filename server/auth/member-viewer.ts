import 'server-only'
import { withViewer } from '../db'
import { mint } from './mint'
import type { Organizer, SystemJob } from './viewer'

/**
 * A member for work that goes on without their browser, with the role of this moment; null for one
 * who has left.
 */
export async function viewerOfMember(operator: SystemJob, id: string): Promise<Organizer | null> {
  const { workspaceId } = operator
  const member = await withViewer(operator, (tx) =>
    tx.member.findFirst({
      where: { id, removedAt: null },
      select: { accountId: true, role: true },
    }),
  )
  return member && mint<Organizer>({ kind: 'organizer', workspaceId, memberId: id, ...member })
}
