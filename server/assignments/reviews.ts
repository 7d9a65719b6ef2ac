import 'server-only'
import type { AssignedToMe } from '@/lib/assignments'
import { todayIn } from '@/lib/dates/days'
import type { Prisma } from '@/prisma/generated/client'
import { mayPublish, memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { entriesVisibleTo } from '../policy'

const MOST = 100

/**
 * Lists what reviews leave to this member in all campaigns, the newest first, at most 100 of each: entries of others that
 * wait for review by whoever may publish, unless they are assigned to somebody; and their own that were sent back.
 */
export async function listReviewsForMe(viewer: Viewer, now = new Date()): Promise<AssignedToMe[]> {
  requireMember(viewer)
  const memberId = memberIdOf(viewer)
  if (!memberId) return []
  return withViewer(viewer, async (tx) => {
    const entries = (where: Prisma.EntryWhereInput) =>
      tx.entry.findMany({
        where: { AND: [entriesVisibleTo(viewer), where] },
        select: {
          ...{ id: true, title: true },
          creator: { select: { account: { select: { name: true } } } },
          campaign: { select: { slug: true, title: true, timeZone: true } },
        },
        orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
        take: MOST,
      })
    const waiting = mayPublish(viewer)
      ? await entries({
          status: 'in_review',
          assignments: {
            none: {
              ...{ endedAt: null, entryStatus: 'in_review' },
              // To somebody who can still review it.
              member: { removedAt: null, role: { in: ['editor', 'owner'] } },
            },
          },
          OR: [{ createdBy: null }, { createdBy: { not: memberId } }],
        })
      : []
    const sentBack = await entries({ id: { in: await sentBackTo(tx, viewer, memberId) } })
    const shown = (what: 'in_review' | 'sent_back') => {
      return ({ id, title, creator, campaign }: (typeof waiting)[number]): AssignedToMe => ({
        ...{ id, what, title, campaign: campaign.title, dueOn: null },
        href: `/campaigns/${campaign.slug}/entries/${id}`,
        by: what === 'in_review' ? (creator?.account.name ?? null) : null,
        today: todayIn(campaign.timeZone, now),
      })
    }
    return [...sentBack.map(shown('sent_back')), ...waiting.map(shown('in_review'))]
  })
}

/** This member's drafts whose last change of status was a review that sent them back. */
async function sentBackTo(tx: Tx, { workspaceId }: Viewer, memberId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from entry e
      join lateral (
        select r.action from revision r
         where r.workspace_id = e.workspace_id and r.record = 'entry' and r.record_id = e.id
           and r.changes ? 'status'
         order by r.version desc limit 1) last on last.action = 'send_back'
     where e.workspace_id = ${workspaceId}::uuid and e.created_by = ${memberId}::uuid
       and e.status = 'draft' and e.trashed_at is null
     order by e.updated_at desc limit ${MOST}`
  return rows.map(({ id }) => id)
}
