import 'server-only'
import { withViewer } from '../db'
import { memberWhoMay } from './member-who-may'
import { mint } from './mint'
import type { Organizer, SystemJob } from './viewer'

/**
 * A member for work that goes on without their browser, with the role of this moment; null for one
 * who has left or still has to set up one-time codes.
 */
export async function viewerOfMember(operator: SystemJob, id: string): Promise<Organizer | null> {
  const { workspaceId } = operator
  const member = await withViewer(operator, (tx) => memberWhoMay(tx, workspaceId, id))
  return member && mint<Organizer>({ kind: 'organizer', workspaceId, memberId: id, ...member })
}
