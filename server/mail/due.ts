import 'server-only'
import type { SystemJob } from '../auth/viewer'
import { withViewer } from '../db'
import type { Channel } from './plan'

const MINUTE = 60_000
const DAY = 24 * 60
/** How long after each try the next one comes; after the last the message is given up. */
const PAUSES = [1, 5, 30, 2 * 60, 8 * 60, DAY, 2 * DAY].map((minutes) => minutes * MINUTE)
/** A try that was cut off before anything was sent is made again after this. */
const LEASE_MS = 3 * MINUTE
const AT_ONCE = 10
const KEPT_MS = 30 * DAY * MINUTE

/**
 * What came of a try: it was sent; it was not wanted any more at the last moment; it was not sent, and
 * may be tried again; it will never be taken; or nobody said whether it was.
 */
export type Posted =
  | { state: 'sent' }
  | { state: 'withdrawn' }
  | { state: 'not yet' | 'never' | 'unknown'; trouble: string }

/** Called at the last moment at which a message surely was not sent; says whether it is still to be. */
export type Handing = () => Promise<boolean>

/** Sends one message to a member, who may have seen meanwhile what it would tell. */
export type Delivery = (
  job: SystemJob,
  message: { id: string; memberId: string },
  handing: Handing,
) => Promise<Posted>

type Due = { id: string; memberId: string; tries: number }

/**
 * Sends the messages of a workspace that are due by one way, each at most once, on however many
 * instances.
 *
 * @returns how many were looked at.
 */
export async function sendDue(
  job: SystemJob,
  { channel, delivery, now }: { channel: Channel; delivery: Delivery; now: Date },
): Promise<number> {
  const began = Date.now()
  const present = () => new Date(now.getTime() + Date.now() - began)
  const due = await claim(job, channel, now)
  for (const one of due)
    await deliver(job, one, { now, present }, delivery).catch((error: unknown) => {
      console.error(`A ${channel} about notifications could not be sent.`, error)
    })
  return due.length
}

async function claim(job: SystemJob, channel: Channel, now: Date): Promise<Due[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return withViewer(job, async (tx) => {
    // The app ended while somebody else had it: it may have arrived.
    await tx.notificationMessage.updateMany({
      where: { channel, dueAt: { lte: now }, handedAt: { not: null } },
      data: { dueAt: null, trouble: 'The app ended while the message was sent.' },
    })
    await tx.notificationMessage.updateMany({
      where: { channel, dueAt: { lte: now }, tries: { gt: PAUSES.length } },
      data: { dueAt: null, trouble: 'Every try to send it failed. The log says why.' },
    })
    return tx.$queryRaw<Due[]>`
      update notification_message set tries = tries + 1, due_at = ${lease}
       where (workspace_id, id) in (
         select workspace_id, id from notification_message
          where channel = ${channel} and due_at <= ${now} and handed_at is null
          order by due_at limit ${AT_ONCE} for update skip locked)
      returning id, member_id as "memberId", tries`
  })
}

async function deliver(
  job: SystemJob,
  { id, memberId, tries }: Due,
  { now, present }: { now: Date; present: () => Date },
  delivery: Delivery,
) {
  const posted = await delivery(job, { id, memberId }, () => hand(job, { id, tries }, present()))
  const pause = posted.state === 'not yet' ? PAUSES[tries - 1] : undefined
  const data = {
    ...{ handedAt: null, trouble: 'trouble' in posted ? posted.trouble : '' },
    dueAt: pause === undefined ? null : new Date(now.getTime() + pause),
    sentAt: posted.state === 'sent' ? now : null,
  }
  await withViewer(job, (tx) =>
    // What was ended meanwhile does not begin anew, and what somebody else has taken over is theirs.
    tx.notificationMessage.updateMany({
      where: {
        ...{ workspaceId: job.workspaceId, id, tries },
        ...(pause !== undefined && { dueAt: { not: null } }),
      },
      data,
    }),
  )
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
    tx.notificationMessage.updateMany({ where, data: { handedAt: now, dueAt } }),
  )
  return count > 0
}

/** Forgets messages of a month ago, whatever became of them. */
export async function forgetMessages(job: SystemJob, now = new Date()): Promise<void> {
  const { workspaceId } = job
  const before = new Date(now.getTime() - KEPT_MS)
  await withViewer(job, (tx) =>
    tx.notificationMessage.deleteMany({ where: { workspaceId, plannedAt: { lt: before } } }),
  )
}
