import 'server-only'
import { createHash } from 'node:crypto'
import { pushWords } from '@/lib/push'
import { viewerOfMember } from '../auth/member-viewer'
import { notePush, pushTargets } from '../auth/push-subscriptions'
import type { SystemJob } from '../auth/viewer'
import { countUnseen } from '../comments/notifications'
import { withViewer } from '../db'
import { sendDue, type Delivery, type Posted } from '../mail/due'
import { postPush, type Pushed } from './post'

type Post = typeof postPush

/**
 * Sends the pushes of a workspace that are due, each to the browsers that its member chose. How many
 * notifications are new is counted at the moment of sending; nothing else is said.
 *
 * @returns how many were looked at.
 */
export async function pushDue(
  job: SystemJob,
  now = new Date(),
  post: Post = postPush,
): Promise<number> {
  const delivery: Delivery = async (_job, { id, memberId }, handing) => {
    const member = await toldMember(job, memberId)
    if (!member) return { state: 'withdrawn' }
    const targets = await pushTargets(member.accountId, id, now)
    if (targets.length === 0 || !(await handing())) return { state: 'withdrawn' }
    const message = JSON.stringify(pushWords(member.unseen, job.workspaceId)).padEnd(SAME_LENGTH)
    return together(
      await Promise.all(
        targets.map(async ({ id: browser, target }) => {
          const pushed = await post(target, { topic: topicOf(target, job), message }, now)
          if (pushed.state === 'gone') await notePush(browser, 'gone')
          if (pushed.state === 'sent') await notePush(browser, { message: id })
          return pushed
        }),
      ),
    )
  }
  return sendDue(job, { channel: 'push', delivery, now })
}

/** Messages are of one length, so that a push service does not see how many digits their number has. */
const SAME_LENGTH = 512

/** What a later message takes the place of: the same for one browser alone, so that it tells no service who belongs together. */
function topicOf({ auth }: { auth: Uint8Array }, { workspaceId }: SystemJob): string {
  return createHash('sha256').update(auth).update(workspaceId).digest('base64url').slice(0, 32)
}

/** A member who has something new, or nothing: they have left, or have seen it all. */
async function toldMember(
  job: SystemJob,
  memberId: string,
): Promise<{ accountId: string; unseen: number } | null> {
  const viewer = await viewerOfMember(job, memberId)
  if (viewer?.kind !== 'organizer') return null
  const { unpushedNotifications } = await withViewer(job, (tx) =>
    tx.account.findUniqueOrThrow({
      where: { id: viewer.accountId },
      select: { unpushedNotifications: true },
    }),
  )
  const unseen = await countUnseen(viewer, unpushedNotifications)
  return unseen > 0 ? { accountId: viewer.accountId, unseen } : null
}

// One browser that is to be tried again keeps the message; the others have it already.
function together(all: Pushed[]): Posted {
  const later = all.find(({ state }) => state === 'not yet')
  if (later?.state === 'not yet') return later
  if (all.some(({ state }) => state === 'sent')) return { state: 'sent' }
  const never = all.find(({ state }) => state === 'never')
  return never?.state === 'never' ? never : { state: 'withdrawn' }
}
