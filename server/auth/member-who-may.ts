import 'server-only'
import type { Tx } from '../db'

/**
 * A member with the role of this moment, for whatever acts in their name away from a browser: a program, a calendar,
 * mail. As at a browser, an account without the codes that its workspace asks for, or a passkey in
 * their place, opens nothing.
 *
 * @param tx set to the workspace.
 */
export async function memberWhoMay(tx: Tx, workspaceId: string, id: string) {
  const member = await tx.member.findFirst({
    where: { workspaceId, id, removedAt: null },
    select: {
      ...{ accountId: true, role: true },
      workspace: { select: { requiresCodes: true, lockDowns: true } },
      account: {
        select: {
          secondStep: { select: { confirmedAt: true } },
          _count: { select: { passkeys: true } },
        },
      },
    },
  })
  if (!member) return null
  const { accountId, role, workspace, account } = member
  const owes =
    workspace.requiresCodes &&
    (role === 'owner' || role === 'editor') &&
    !account.secondStep?.confirmedAt &&
    account._count.passkeys === 0
  return owes ? null : { accountId, role, lockDowns: workspace.lockDowns }
}
