import 'server-only'
import type { MemberRole } from '@/prisma/generated/client'
import { reachEveryCampaign, type Tx } from '../db'

/** An account's place in a workspace, also one that it left. */
export type Membership = {
  workspaceId: string
  workspaceName: string
  memberId: string
  role: MemberRole
  joinedAt: Date
  removedAt: Date | null
}

/** All places of an account, in a transaction that was opened for it (`atThreshold({ accountId })`). */
export async function membershipsOf(tx: Tx, accountId: string): Promise<Membership[]> {
  const rows = await tx.member.findMany({
    where: { accountId },
    select: {
      ...{ workspaceId: true, id: true, role: true, joinedAt: true, removedAt: true },
      workspace: { select: { name: true } },
    },
    orderBy: [{ joinedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, workspace, ...row }) => ({
    ...row,
    memberId: id,
    workspaceName: workspace.name,
  }))
}

/** Turns a transaction to another of the account's workspaces, for what is done in each of them. */
export async function turnTo(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`select set_config('app.workspace_id', ${workspaceId}, true)`
  await reachEveryCampaign(tx)
}

/**
 * Notes in the audit of each workspace of an account what was changed of it, by its owner or, where
 * that is not known (null), by nobody.
 */
export async function auditAccount(
  tx: Tx,
  accountId: string,
  fields: string[],
  by: 'owner' | null = 'owner',
): Promise<void> {
  for (const { workspaceId, memberId, removedAt } of await membershipsOf(tx, accountId)) {
    if (removedAt) continue
    await turnTo(tx, workspaceId)
    await tx.auditEvent.create({
      data: {
        ...{ workspaceId, action: 'update', record: 'member', recordId: memberId },
        memberId: by && memberId,
        fields,
      },
    })
  }
}
