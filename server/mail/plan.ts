import 'server-only'
import { mailTime, mailWhenOf } from '@/lib/mail/when'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { env } from '../env'
import { newId } from '../ids'

/** What one has chosen about mail, as the account keeps it. */
export const mailChoiceSelect = {
  mailWhen: true,
  mailHour: true,
  timeZone: true,
} satisfies Prisma.AccountSelect

type Choice = Prisma.AccountGetPayload<{ select: typeof mailChoiceSelect }>

/**
 * Plans the mail about a notification, in the transaction that makes it: with one that waits already,
 * or as a new one. Nothing is planned for who wants none, and where no mail is sent.
 */
export async function planMail(
  tx: Tx,
  notification: { workspaceId: string; id: string; memberId: string },
  { mailWhen: word, ...choice }: Choice,
  now: Date,
): Promise<void> {
  const mailWhen = mailWhenOf(word)
  if (!env().mail || mailWhen === 'never') return
  const { workspaceId, memberId, id } = notification
  const before = await tx.notificationMail.findFirst({
    where: { workspaceId, memberId, tries: { gt: 0 } },
    select: { plannedAt: true },
    orderBy: { plannedAt: 'desc' },
  })
  const at = mailTime({ mailWhen, ...choice }, now, before?.plannedAt ?? null)
  const mailId =
    (await waiting(tx, { workspaceId, memberId }, at)) ??
    (await begun(tx, { workspaceId, memberId }, at)) ??
    (await begun(tx, { workspaceId, memberId }, new Date(at.getTime() + 1_000)))
  await tx.notification.updateMany({ where: { workspaceId, id }, data: { mailId } })
}

type Whose = { workspaceId: string; memberId: string }

// Held until this transaction ends, so that it is not sent before the notification is there.
async function waiting(tx: Tx, { workspaceId, memberId }: Whose, until: Date) {
  const [mail] = await tx.$queryRaw<{ id: string }[]>`
    select id from notification_mail
     where workspace_id = ${workspaceId}::uuid and member_id = ${memberId}::uuid
       and tries = 0 and due_at <= ${until}
     order by due_at limit 1 for update`
  return mail?.id ?? null
}

// Of two at the same moment the second waits for the first, and joins it unless it is being sent.
async function begun(tx: Tx, { workspaceId, memberId }: Whose, at: Date) {
  const [mail] = await tx.$queryRaw<{ id: string }[]>`
    insert into notification_mail as m (workspace_id, id, member_id, planned_at, due_at)
    values (${workspaceId}::uuid, ${newId()}::uuid, ${memberId}::uuid, ${at}, ${at})
    on conflict (workspace_id, member_id, planned_at) do update
      set planned_at = excluded.planned_at where m.tries = 0 and m.due_at is not null
    returning id`
  return mail?.id ?? null
}

/** Ends mail that has not been sent: of one member, or of the whole workspace. */
export async function endMail(
  tx: Tx,
  of: { workspaceId: string; memberId?: string },
): Promise<void> {
  await tx.notificationMail.updateMany({
    where: { ...of, dueAt: { not: null } },
    data: { dueAt: null },
  })
}
