import 'server-only'
import type { EntryStatus } from '@/lib/schemas/words'
import type { MemberRole } from '@/prisma/generated/client'
import type { Tx } from '../db'

type Whose = { workspaceId: string; memberId: string }

/** Ends what was assigned of an entry in another status: it does not come back with that status. */
export async function endForOtherStatus(
  tx: Tx,
  workspaceId: string,
  { id, status }: { id: string; status: EntryStatus },
): Promise<void> {
  await tx.assignment.updateMany({
    where: { workspaceId, entryId: id, endedAt: null, entryStatus: { not: status } },
    data: { endedAt: new Date() },
  })
}

/** Ends all that was assigned to somebody who is removed: nothing of it comes back with them. */
export async function endAllAssigned(tx: Tx, whose: Whose, now: Date): Promise<void> {
  await tx.assignment.updateMany({ where: { ...whose, endedAt: null }, data: { endedAt: now } })
}

/** Ends what a member of another role by now was still to do, and can no longer. */
export async function endBeyondRole(
  tx: Tx,
  whose: Whose,
  role: MemberRole,
  now: Date,
): Promise<void> {
  const { memberId } = whose
  const reviews = { entryStatus: { not: 'draft' } } as const
  const draftsOfOthers = {
    entry: { OR: [{ createdBy: null }, { createdBy: { not: memberId } }] },
  }
  // Owners open every campaign, others those restricted ones of which they are members.
  const campaign = { restriction: { isNot: null }, members: { none: { memberId } } }
  const closed = [
    ...[{ entry: { campaign } }, { followUp: { campaign } }],
    ...[{ planRole: { plan: { campaign } } }, { planTask: { plan: { campaign } } }],
  ]
  const which = {
    viewer: {},
    contributor: { OR: [reviews, draftsOfOthers, ...closed] },
    editor: { OR: closed },
    owner: null,
  }[role]
  if (!which) return
  // Who had a part in what has happened, or was called off, is remembered.
  const planned = { plan: { outcome: null } }
  const toDo = [
    ...[{ entryId: { not: null } }, { followUpId: { not: null } }],
    ...[{ planRole: planned }, { planTask: { ...planned, doneAt: null } }],
  ]
  await tx.assignment.updateMany({
    where: { ...whose, endedAt: null, AND: [{ OR: toDo }, which] },
    data: { endedAt: now },
  })
}
