import 'server-only'
import { notificationMail } from '@/lib/mail/words'
import { viewerOfMember } from '../auth/member-viewer'
import { requireRole, type SystemJob, type Viewer } from '../auth/viewer'
import { listMailed } from '../comments/notifications'
import { withViewer } from '../db'
import { env } from '../env'
import { postMail, type Mail, type Post, type Posted } from './post'

const MINUTE = 60_000
const DAY = 24 * 60
/** How long after each try the next one comes; after the last the mail is given up. */
const PAUSES = [1, 5, 30, 2 * 60, 8 * 60, DAY, 2 * DAY].map((minutes) => minutes * MINUTE)
/** A try that was cut off before anything was sent is made again after this. */
const LEASE_MS = 3 * MINUTE
const AT_ONCE = 10
const KEPT_MS = 30 * DAY * MINUTE
const TOLD_MS = 7 * DAY * MINUTE

type Due = { id: string; memberId: string; tries: number }

/**
 * Sends the mail of a workspace that is due, each at most once, on however many instances. What it
 * says is read at the moment of sending: what was seen or taken back meanwhile is not told.
 *
 * @returns how many were looked at.
 */
export async function mailDue(job: SystemJob, now = new Date(), post: Post = postMail) {
  const began = Date.now()
  const present = () => new Date(now.getTime() + Date.now() - began)
  const due = await claim(job, now)
  for (const one of due)
    await deliver(job, one, { now, present }, post).catch((error: unknown) => {
      console.error('A mail about notifications could not be sent.', error)
    })
  return due.length
}

async function claim(job: SystemJob, now: Date): Promise<Due[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return withViewer(job, async (tx) => {
    // The app ended while the mail server had it: it may have arrived.
    await tx.notificationMail.updateMany({
      where: { dueAt: { lte: now }, handedAt: { not: null } },
      data: { dueAt: null, trouble: 'The app ended while the message was sent.' },
    })
    await tx.notificationMail.updateMany({
      where: { dueAt: { lte: now }, tries: { gt: PAUSES.length } },
      data: { dueAt: null, trouble: 'Every try to send it failed. The log says why.' },
    })
    return tx.$queryRaw<Due[]>`
      update notification_mail set tries = tries + 1, due_at = ${lease}
       where (workspace_id, id) in (
         select workspace_id, id from notification_mail
          where due_at <= ${now} and handed_at is null
          order by due_at limit ${AT_ONCE} for update skip locked)
      returning id, member_id as "memberId", tries`
  })
}

async function deliver(
  job: SystemJob,
  { id, memberId, tries }: Due,
  { now, present }: { now: Date; present: () => Date },
  post: Post,
) {
  const mail = await mailTo(job, { id, memberId })
  const posted: Posted = mail
    ? await post(mail, () => hand(job, { id, tries }, present()))
    : { state: 'withdrawn' }
  const pause = posted.state === 'not yet' ? PAUSES[tries - 1] : undefined
  const data = {
    ...{ handedAt: null, trouble: 'trouble' in posted ? posted.trouble : '' },
    dueAt: pause === undefined ? null : new Date(now.getTime() + pause),
    sentAt: posted.state === 'sent' ? now : null,
  }
  await withViewer(job, (tx) =>
    // What was ended meanwhile does not begin anew, and what somebody else has taken over is theirs.
    tx.notificationMail.updateMany({
      where: {
        ...{ workspaceId: job.workspaceId, id, tries },
        ...(pause !== undefined && { dueAt: { not: null } }),
      },
      data,
    }),
  )
}

/** What is to be said to a member, or nothing: they have left, want no mail, or have seen it all. */
async function mailTo(job: SystemJob, { id, memberId }: Omit<Due, 'tries'>): Promise<Mail | null> {
  const viewer = await viewerOfMember(job, memberId)
  if (!viewer) return null
  const notifications = await listMailed(viewer, id)
  if (notifications.length === 0) return null
  const { account, workspace } = await withViewer(job, (tx) =>
    tx.member.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId: job.workspaceId, id: memberId } },
      select: {
        account: { select: { email: true, mailWhen: true } },
        workspace: { select: { name: true, mailQuotes: true } },
      },
    }),
  )
  if (account.mailWhen === 'never') return null
  const { url } = env()
  const quotes = workspace.mailQuotes ? workspace.name : null
  const words = notificationMail(notifications, { url, workspaceId: job.workspaceId, quotes })
  return { id, to: account.email, ...words }
}

async function hand(
  job: SystemJob,
  { id, tries }: Omit<Due, 'memberId'>,
  now: Date,
): Promise<boolean> {
  const where = { workspaceId: job.workspaceId, id, tries, handedAt: null, dueAt: { not: null } }
  // The answer of a slow server is waited for: until then nobody closes it as cut off.
  const dueAt = new Date(now.getTime() + LEASE_MS)
  const { count } = await withViewer(job, (tx) =>
    tx.notificationMail.updateMany({ where, data: { handedAt: now, dueAt } }),
  )
  return count > 0
}

/** Forgets mail of a month ago, whatever became of it. */
export async function sweepMail(job: SystemJob, now = new Date()): Promise<void> {
  const { workspaceId } = job
  const before = new Date(now.getTime() - KEPT_MS)
  await withViewer(job, (tx) =>
    tx.notificationMail.deleteMany({ where: { workspaceId, plannedAt: { lt: before } } }),
  )
}

/**
 * How many mails of the last week were given up, and why the last one.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function mailGivenUp(
  viewer: Viewer,
  now = new Date(),
): Promise<{ count: number; trouble: string }> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => {
    const since = new Date(now.getTime() - TOLD_MS)
    const where = { dueAt: null, trouble: { not: '' }, plannedAt: { gt: since } }
    const last = await tx.notificationMail.findFirst({
      where,
      select: { trouble: true },
      orderBy: { plannedAt: 'desc' },
    })
    return { count: await tx.notificationMail.count({ where }), trouble: last?.trouble ?? '' }
  })
}
