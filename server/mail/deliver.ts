import 'server-only'
import { notificationMail } from '@/lib/mail/words'
import { viewerOfMember } from '../auth/member-viewer'
import { requireRole, type SystemJob, type Viewer } from '../auth/viewer'
import { listMailed } from '../comments/notifications'
import { withViewer } from '../db'
import { env } from '../env'
import { sendDue } from './due'
import { postMail, type Mail, type Post } from './post'

const TOLD_MS = 7 * 24 * 60 * 60_000

/**
 * Sends the mail of a workspace that is due. What it says is read at the moment of sending: what was
 * seen or taken back meanwhile is not told.
 *
 * @returns how many were looked at.
 */
export async function mailDue(
  job: SystemJob,
  now = new Date(),
  post: Post = postMail,
): Promise<number> {
  return sendDue(job, {
    ...{ channel: 'mail', now },
    delivery: async (_job, message, handing) => {
      const mail = await mailTo(job, message)
      return mail ? post(mail, handing) : { state: 'withdrawn' }
    },
  })
}

/** What is to be said to a member, or nothing: they have left, want no mail, or have seen it all. */
async function mailTo(
  job: SystemJob,
  { id, memberId }: { id: string; memberId: string },
): Promise<Mail | null> {
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
    const where = {
      ...{ channel: 'mail', dueAt: null, trouble: { not: '' } },
      plannedAt: { gt: since },
    }
    const last = await tx.notificationMessage.findFirst({
      where,
      select: { trouble: true },
      orderBy: { plannedAt: 'desc' },
    })
    return { count: await tx.notificationMessage.count({ where }), trouble: last?.trouble ?? '' }
  })
}
