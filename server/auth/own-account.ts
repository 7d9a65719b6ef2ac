import 'server-only'
import type { AccountSettings } from '@/lib/account'
import { notificationLabels, type NotificationKind } from '@/lib/comments/comments'
import { mailWhenOf, type MailChoice } from '@/lib/mail/when'
import { keysOf } from '@/lib/schemas/words'
import { atThreshold } from '../db'
import { auditAccount } from './memberships'
import type { Organizer } from './viewer'

const notificationKinds = keysOf(notificationLabels)

/** The e-mail address with which this member signs in. */
export async function ownEmail({ accountId }: Organizer): Promise<string> {
  const { email } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } }),
  )
  return email
}

/** Changes what this person is called, in every workspace and on what they wrote. */
export async function changeOwnName({ accountId }: Organizer, name: string): Promise<void> {
  await atThreshold({ accountId }, async (tx) => {
    await tx.account.updateMany({ where: { id: accountId }, data: { name } })
    await auditAccount(tx, accountId, ['name'])
  })
}

/** Which kinds of notifications this person wants; all of them at first. */
export async function wantedNotifications({ accountId }: Organizer): Promise<NotificationKind[]> {
  const { unwantedNotifications } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { unwantedNotifications: true },
    }),
  )
  return notificationKinds.filter((kind) => !unwantedNotifications.includes(kind))
}

/** Keeps which kinds of notifications this person wants, in all of their workspaces. */
export async function changeWantedNotifications(
  { accountId }: Organizer,
  wanted: readonly NotificationKind[],
): Promise<void> {
  const unwantedNotifications = notificationKinds.filter((kind) => !wanted.includes(kind))
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: { unwantedNotifications } }),
  )
}

/** Which of them also come to this person's browsers by push, where that is turned on. */
export async function pushedNotifications({ accountId }: Organizer): Promise<NotificationKind[]> {
  const { unpushedNotifications } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { unpushedNotifications: true },
    }),
  )
  return notificationKinds.filter((kind) => !unpushedNotifications.includes(kind))
}

/** Keeps which kinds of notifications come by push, from all of this person's workspaces. */
export async function changePushedNotifications(
  { accountId }: Organizer,
  pushed: readonly NotificationKind[],
): Promise<void> {
  const unpushedNotifications = notificationKinds.filter((kind) => !pushed.includes(kind))
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: { unpushedNotifications } }),
  )
}

/** Whether this person's notifications come by mail, too. */
export async function ownMailChoice({ accountId }: Organizer): Promise<MailChoice> {
  const { mailWhen, mailHour } = await atThreshold({ accountId }, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { mailWhen: true, mailHour: true },
    }),
  )
  return { mailWhen: mailWhenOf(mailWhen), mailHour }
}

/** Keeps whether this person's notifications come by mail, too, from all of their workspaces. */
export async function changeMailChoice(
  { accountId }: Organizer,
  { mailWhen, mailHour }: MailChoice,
): Promise<void> {
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: { mailWhen, mailHour } }),
  )
}

/** Keeps how pages look and count for this person, wherever they are signed in. */
export async function changeSettings(
  { accountId }: Organizer,
  settings: AccountSettings,
): Promise<void> {
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: settings }),
  )
}
