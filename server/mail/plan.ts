import 'server-only'
import { mailTime, mailWhenOf } from '@/lib/mail/when'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { env } from '../env'
import { newId } from '../ids'

/** By which ways a member hears of notifications outside the app. */
export type Channel = 'mail' | 'push'

/** What one has chosen about mail and pushes, as the account keeps it. */
export const choiceSelect = {
  ...{ id: true, mailWhen: true, mailHour: true, timeZone: true },
  unpushedNotifications: true,
} satisfies Prisma.AccountSelect

type Choice = Prisma.AccountGetPayload<{ select: typeof choiceSelect }>
/** Notifications of one kind that one member gets at once. */
type Notified = { workspaceId: string; ids: string[]; memberId: string; kind: string }

/** Many pushes at once are one or two. */
const PUSH_PAUSE_MS = 60_000

/**
 * Plans the messages about notifications, in the transaction that makes them: each with one that waits
 * already, or as a new one. Nothing is planned for who wants none, and where none is sent.
 */
export async function planMessages(
  tx: Tx,
  { ids, kind, ...whose }: Notified,
  choice: Choice,
  now: Date,
): Promise<void> {
  const { mailHour, timeZone } = choice
  const mailWhen = mailWhenOf(choice.mailWhen)
  if (env().mail && mailWhen !== 'never') {
    const before = await lastPlanned(tx, { ...whose, channel: 'mail' })
    const at = mailTime({ mailWhen, mailHour, timeZone }, now, before)
    const mailId = await planned(tx, { ...whose, channel: 'mail' }, at)
    const { workspaceId } = whose
    const where = { workspaceId, id: { in: ids } }
    await tx.notification.updateMany({ where, data: { mailId } })
  }
  if (!choice.unpushedNotifications.includes(kind) && (await hasBrowsers(tx, choice.id, now))) {
    const before = await lastPlanned(tx, { ...whose, channel: 'push' })
    const at = Math.max(now.getTime(), before ? before.getTime() + PUSH_PAUSE_MS : 0)
    await planned(tx, { ...whose, channel: 'push' }, new Date(at))
  }
}

type Whose = { workspaceId: string; memberId: string; channel: Channel }

/** The sessions whose browsers are told of notifications, also while nobody uses them. */
export const toldSessionsAt = (now: Date) => ({ expiresAt: { gt: now } })

async function hasBrowsers(tx: Tx, accountId: string, now: Date): Promise<boolean> {
  const where = { session: { accountId, ...toldSessionsAt(now) } }
  return (await tx.pushSubscription.findFirst({ where, select: { id: true } })) !== null
}

async function lastPlanned(tx: Tx, whose: Whose): Promise<Date | null> {
  const last = await tx.notificationMessage.findFirst({
    where: { ...whose, tries: { gt: 0 } },
    select: { plannedAt: true },
    orderBy: { plannedAt: 'desc' },
  })
  return last?.plannedAt ?? null
}

async function planned(tx: Tx, whose: Whose, at: Date): Promise<string | null> {
  return (
    (await waiting(tx, whose, at)) ??
    (await begun(tx, whose, at)) ??
    (await begun(tx, whose, new Date(at.getTime() + 1_000)))
  )
}

// Held until this transaction ends, so that it is not sent before the notification is there.
async function waiting(tx: Tx, { workspaceId, memberId, channel }: Whose, until: Date) {
  const [message] = await tx.$queryRaw<{ id: string }[]>`
    select id from notification_message
     where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid
       and channel = ${channel} and tries = 0 and due_at <= ${until}
     order by due_at limit 1 for update`
  return message?.id ?? null
}

// Of two at the same moment the second waits for the first, and joins it unless it is being sent.
async function begun(tx: Tx, { workspaceId, memberId, channel }: Whose, at: Date) {
  const [message] = await tx.$queryRaw<{ id: string }[]>`
    insert into notification_message as m
      (workspace_id, id, member_id, channel, planned_at, due_at)
    values
      (${workspaceId}::uuid, ${newId()}::uuid, ${memberId}::uuid, ${channel}, ${at}, ${at})
    on conflict (workspace_id, member_id, channel, planned_at) do update
      set planned_at = excluded.planned_at where m.tries = 0 and m.due_at is not null
    returning id`
  return message?.id ?? null
}

/** Ends messages that have not been sent: of one member, or of the whole workspace. */
export async function endMessages(
  tx: Tx,
  of: { workspaceId: string; memberId?: string },
): Promise<void> {
  await tx.notificationMessage.updateMany({
    where: { ...of, dueAt: { not: null } },
    data: { dueAt: null },
  })
}
