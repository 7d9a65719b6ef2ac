import 'server-only'
import { atThreshold } from '../db'
import { membershipsOf } from './memberships'
import type { Organizer } from './viewer'

/** Whether a member is an owner of every workspace of this installation, so that all of it is theirs to take away. */
export async function ownsInstallation({ accountId, role }: Organizer): Promise<boolean> {
  if (role !== 'owner') return false
  return atThreshold({ accountId }, async (tx) => {
    const owned = (await membershipsOf(tx, accountId)).filter(
      (one) => one.role === 'owner' && one.removedAt === null,
    )
    // For the number of workspaces alone, whose names stay here.
    await tx.$executeRaw`select set_config('app.operator', 'on', true)`
    return owned.length === (await tx.workspace.count())
  })
}
