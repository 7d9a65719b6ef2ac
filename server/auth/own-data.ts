import 'server-only'
import type { InText, OwnData } from '@/lib/account'
import { isoDayOf } from '@/lib/dates/days'
import { ownDataLeftOut } from '@/lib/own-data'
import { recordOf } from '../comments/visible'
import { atThreshold, type Tx } from '../db'
import { keepNote } from '../history/note'
import { membershipsOf, turnTo, type Membership } from './memberships'
import { ownInWorkspace, ownWaysIn } from './own-data-access'
import type { Organizer } from './viewer'

const MOST_EVENTS = 50_000

/**
 * All that is stored about this person: the account, where they are signed in, and in each workspace,
 * also one that they left, what they did and when. What they wrote is the record's, and is named by
 * its id alone; their notes and comments are not part of the record, and are here in full. What is left out is
 * named, with the reason.
 */
export async function ownData({ accountId, workspaceId, memberId }: Organizer): Promise<OwnData> {
  return atThreshold({ accountId }, async (tx) => {
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: {
        ...{ email: true, name: true, createdAt: true },
        ...{
          theme: true,
          language: true,
          timeZone: true,
          weekStart: true,
          unwantedNotifications: true,
        },
        ...{ mailWhen: true, mailHour: true, unpushedNotifications: true },
      },
    })
    const sessions = await tx.session.findMany({
      where: { accountId },
      select: {
        ...{ device: true, byPasskey: true },
        ...{ signedInAt: true, seenAt: true, expiresAt: true },
        push: { select: { createdAt: true } },
      },
      orderBy: { seenAt: 'desc' },
    })
    const passkeys = await tx.passkey.findMany({
      where: { accountId },
      select: { name: true, createdAt: true, usedAt: true },
      orderBy: { id: 'asc' },
    })
    const waysIn = await ownWaysIn(tx, { accountId, email: account.email })
    const workspaces: OwnData['workspaces'] = []
    for (const membership of await membershipsOf(tx, accountId)) {
      await turnTo(tx, membership.workspaceId)
      workspaces.push(await inWorkspace(tx, membership, account.email))
    }
    await turnTo(tx, workspaceId)
    const about = { action: 'export', record: 'member', recordId: memberId } as const
    await keepNote(tx, { workspaceId, memberId, ...about, fields: ['ownData'] })
    return {
      account: { ...account, createdAt: account.createdAt.toISOString() },
      sessions: sessions.map(({ device, byPasskey, push, ...times }) => ({
        ...{ device, byPasskey },
        pushSince: push?.createdAt.toISOString() ?? null,
        signedInAt: times.signedInAt.toISOString(),
        seenAt: times.seenAt.toISOString(),
        expiresAt: times.expiresAt.toISOString(),
      })),
      passkeys: passkeys.map(({ name, createdAt, usedAt }) => ({
        name,
        createdAt: createdAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
      waysIn: inText(waysIn),
      workspaces,
      notHere: ownDataLeftOut.map(({ what, why }) => ({ what, why })),
    }
  })
}

async function inWorkspace(
  tx: Tx,
  { workspaceId, workspaceName, memberId, ...place }: Membership,
  email: string,
): Promise<OwnData['workspaces'][number]> {
  const own = { workspaceId, memberId }
  const events = await tx.auditEvent.findMany({
    where: own,
    select: { at: true, action: true, record: true, recordId: true, fields: true },
    orderBy: { at: 'desc' },
    take: MOST_EVENTS,
  })
  const about = await tx.auditEvent.findMany({
    where: {
      ...{ workspaceId, record: 'member', recordId: memberId },
      OR: [{ memberId: null }, { memberId: { not: memberId } }],
    },
    select: { at: true, action: true, fields: true },
    orderBy: { at: 'desc' },
    take: MOST_EVENTS,
  })
  const notes = await tx.revision.findMany({
    where: { ...own, note: { not: '' } },
    select: { at: true, record: true, recordId: true, note: true },
    orderBy: { at: 'desc' },
    take: MOST_EVENTS,
  })
  const visits = await tx.campaignVisit.findMany({
    where: own,
    select: { notedAt: true, campaignId: true },
    orderBy: { notedAt: 'desc' },
  })
  const comments = await tx.commentText.findMany({
    where: { workspaceId, comment: { memberId } },
    select: {
      ...{ at: true, body: true },
      comment: {
        select: {
          ...{ id: true, about: true, deletedAt: true },
          ...{ entryId: true, demandId: true, sourceId: true },
        },
      },
    },
    orderBy: [{ at: 'desc' }, { commentId: 'desc' }, { number: 'desc' }],
    take: MOST_EVENTS,
  })
  const assignments = await tx.assignment.findMany({
    where: own,
    select: {
      id: true,
      assignedAt: true,
      dueOn: true,
      entryId: true,
      followUpId: true,
      planRoleId: true,
      planTaskId: true,
    },
    orderBy: { assignedAt: 'desc' },
    take: MOST_EVENTS,
  })
  const notifications = await tx.notification.findMany({
    where: own,
    select: {
      ...{ at: true, seenAt: true, kind: true },
      ...{ commentId: true, assignmentId: true, entryId: true },
    },
    orderBy: { at: 'desc' },
    take: MOST_EVENTS,
  })
  const messages = await tx.notificationMessage.findMany({
    where: own,
    select: { channel: true, plannedAt: true, sentAt: true },
    orderBy: { plannedAt: 'desc' },
    take: MOST_EVENTS,
  })
  return {
    workspace: workspaceName,
    role: place.role,
    joinedAt: place.joinedAt.toISOString(),
    removedAt: place.removedAt?.toISOString() ?? null,
    about: about.map(({ at, ...event }) => ({ at: at.toISOString(), ...event })),
    did: events.map(({ at, ...event }) => ({ at: at.toISOString(), ...event })),
    didBefore: Math.max(0, (await tx.auditEvent.count({ where: own })) - events.length),
    visited: visits.map(({ notedAt, campaignId }) => ({ at: notedAt.toISOString(), campaignId })),
    said: notes.map(({ at, ...note }) => ({ at: at.toISOString(), ...note })),
    commented: comments.map(({ at, body, comment: { id, about, deletedAt, ...columns } }) => {
      const { record, id: recordId } = recordOf(columns)
      return {
        ...{ at: at.toISOString(), comment: id, record, recordId, about, body },
        deletedAt: deletedAt?.toISOString() ?? null,
      }
    }),
    assigned: assignments.map(({ id, assignedAt, dueOn, ...about }) => ({
      ...{ at: assignedAt.toISOString(), assignment: id, ...assignedRecord(about) },
      dueOn: dueOn && isoDayOf(dueOn),
    })),
    notified: notifications.map(({ at, seenAt, kind, commentId, assignmentId, entryId }) => ({
      ...{ at: at.toISOString(), seenAt: seenAt?.toISOString() ?? null },
      ...{ kind, comment: commentId, assignment: assignmentId, entry: entryId },
    })),
    messages: messages.map(({ channel, plannedAt, sentAt }) => ({
      channel,
      plannedAt: plannedAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
    })),
    ...inText(await ownInWorkspace(tx, { workspaceId, memberId }, email)),
  }
}

function assignedRecord(about: {
  entryId: string | null
  followUpId: string | null
  planRoleId: string | null
  planTaskId: string | null
}) {
  const { entryId, followUpId, planRoleId, planTaskId } = about
  if (entryId) return { record: 'entry', recordId: entryId }
  if (planRoleId) return { record: 'plan_role', recordId: planRoleId }
  if (planTaskId) return { record: 'plan_task', recordId: planTaskId }
  return { record: 'follow_up', recordId: followUpId ?? '' }
}

/** Times as ISO timestamps, as the file has them. */
function inText<T>(value: T): InText<T> {
  return JSON.parse(JSON.stringify(value)) as InText<T>
}
