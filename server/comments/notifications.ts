import 'server-only'
import {
  commentAnchor,
  notificationLabels,
  type NotificationDto,
  type NotificationKind,
} from '@/lib/comments/comments'
import { assignedLabels } from '@/lib/assignments'
import { isoDayOf } from '@/lib/dates/days'
import { dateInWords } from '@/lib/dates/words'
import { isKeyOf } from '@/lib/keys'
import { stateInWords } from '@/lib/plans'
import type { EntryStatus } from '@/lib/schemas/words'
import type { Prisma } from '@/prisma/generated/client'
import {
  assignedPlace,
  assignedSelect,
  assignmentsVisibleTo,
  partsVisibleTo,
} from '../assignments/visible'
import { memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { toListing } from '../plans/dto'
import { entriesVisibleTo } from '../policy'
import { commentsVisibleTo, commentedRecord, placeSelect } from './visible'

const SHOWN = 100

/**
 * Lists a member's notifications, at most 100; none about what they may not see. Those that they have not seen come
 * first, the newest first, so that each that is counted can be opened in the end.
 */
export async function listNotifications(viewer: Viewer): Promise<NotificationDto[]> {
  requireMember(viewer)
  const unseen = await listed(viewer, { seenAt: null }, SHOWN)
  if (unseen.length === SHOWN) return unseen
  return [...unseen, ...(await listed(viewer, { seenAt: { not: null } }, SHOWN - unseen.length))]
}

/**
 * Lists all that a mail to this member tells of and they have not seen; none of what they may not see any more, and
 * nothing that was said in a review: that is read here alone.
 */
export async function listMailed(viewer: Viewer, mailId: string): Promise<NotificationDto[]> {
  requireMember(viewer)
  const all = await listed(viewer, { mailId, seenAt: null })
  return all.map((one) => (isKeyOf(statusOf, one.kind) ? { ...one, body: '' } : one))
}

async function listed(
  viewer: Viewer,
  which: Prisma.NotificationWhereInput,
  most?: number,
): Promise<NotificationDto[]> {
  return withViewer(viewer, async (tx) => {
    const rows = await tx.notification.findMany({
      where: { AND: [visibleTo(viewer), which] },
      select: {
        ...{ id: true, kind: true, at: true, seenAt: true },
        causer: { select: { account: { select: { name: true } } } },
        comment: {
          select: {
            ...{ id: true, ...placeSelect },
            member: { select: { account: { select: { name: true } } } },
            texts: { select: { body: true }, orderBy: { number: 'desc' }, take: 1 },
          },
        },
        assignment: {
          select: {
            ...assignedSelect,
            assigner: { select: { account: { select: { name: true } } } },
          },
        },
        ...entrySelect,
      },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      ...(most !== undefined && { take: most }),
    })
    const said = await wordsOfReviews(tx, viewer, rows)
    return rows.map(({ id, kind, at, seenAt, causer, comment, assignment, ...row }) => ({
      ...{ id, kind: kindOf(kind), at: at.toISOString(), seen: seenAt !== null },
      ...leadsTo({ comment, assignment, entry: row.entry }),
      by: (causer ?? comment?.member ?? assignment?.assigner)?.account.name ?? null,
      body: comment?.texts[0]?.body ?? said(row) ?? wanted(kind, assignment),
    }))
  })
}

/** How many notifications a member has not seen, but for some kinds. */
export async function countUnseen(viewer: Viewer, but: readonly string[] = []): Promise<number> {
  requireMember(viewer)
  const unseen = { ...ownOf(viewer), seenAt: null, kind: { notIn: [...but] } }
  return withViewer(viewer, async (tx) => {
    // Every page asks, and mostly there is none, which an index tells. What of them may still be seen is
    // a question to eight tables.
    if (!(await tx.notification.findFirst({ where: unseen, select: { id: true } }))) return 0
    return tx.notification.count({ where: { AND: [unseen, visibleTo(viewer)] } })
  })
}

/** Marks all notifications of a member as seen. */
export async function markSeen(viewer: Viewer): Promise<void> {
  requireMember(viewer)
  await withViewer(viewer, (tx) =>
    tx.notification.updateMany({
      where: { AND: [ownOf(viewer), { seenAt: null }] },
      data: { seenAt: new Date() },
    }),
  )
}

/**
 * Marks one notification as seen.
 *
 * @returns the address that it leads to
 * @throws AppError `not_found` where it is not theirs, or is about what they may not see any more.
 */
export async function openNotification(viewer: Viewer, id: string): Promise<string> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const found = await tx.notification.findFirst({
      where: { AND: [visibleTo(viewer), { id }] },
      select: aboutSelect,
    })
    if (!found) throw notFound('notification')
    await tx.notification.updateMany({
      where: { AND: [ownOf(viewer), { id, seenAt: null }] },
      data: { seenAt: new Date() },
    })
    return leadsTo(found).href
  })
}

const PLAN_CHANGED: NotificationKind = 'plan_changed'
/** What is told of a review is over once the entry has another status than this. */
const statusOf = {
  review: 'in_review',
  published: 'published',
  sent_back: 'draft',
} as const satisfies Partial<Record<NotificationKind, EntryStatus>>
const NOBODY = '00000000-0000-0000-0000-000000000000'

function ownOf(viewer: Viewer) {
  return { workspaceId: viewer.workspaceId, memberId: memberIdOf(viewer) ?? NOBODY }
}

function visibleTo(viewer: Viewer): Prisma.NotificationWhereInput {
  return {
    ...ownOf(viewer),
    OR: [
      { comment: { AND: [commentsVisibleTo(viewer), { deletedAt: null }] } },
      { assignment: assignmentsVisibleTo(viewer) },
      { kind: PLAN_CHANGED, assignment: partsVisibleTo(viewer) },
      ...Object.entries(statusOf).map(([kind, status]) => ({
        kind,
        entry: { AND: [entriesVisibleTo(viewer), { status }] },
      })),
    ],
  }
}

const entrySelect = {
  entryVersion: true,
  entry: { select: { id: true, title: true, campaign: { select: { slug: true } } } },
} satisfies Prisma.NotificationSelect

const aboutSelect = {
  comment: { select: { id: true, ...placeSelect } },
  assignment: { select: assignedSelect },
  entry: entrySelect.entry,
} satisfies Prisma.NotificationSelect

type About = Prisma.NotificationGetPayload<{ select: typeof aboutSelect }>

function leadsTo({ comment, assignment, entry }: About): { title: string; href: string } {
  if (comment) {
    const { title, path } = commentedRecord(comment)
    return { title, href: `${path}#${commentAnchor(comment.id)}` }
  }
  if (entry) {
    const href = `/campaigns/${entry.campaign.slug}/entries/${entry.id}`
    return { title: entry.title, href }
  }
  if (!assignment) return { title: '', href: '/notifications' }
  const { title, href } = assignedPlace(assignment)
  return { title, href }
}

type Reviewed = Prisma.NotificationGetPayload<{ select: typeof entrySelect }>

/** What the reviewers wrote to the author, by what is told of it. */
async function wordsOfReviews(tx: Tx, { workspaceId }: Viewer, rows: readonly Reviewed[]) {
  const versions = rows.flatMap(({ entry, entryVersion: version }) =>
    entry && version !== null ? [{ recordId: entry.id, version }] : [],
  )
  const revisions =
    versions.length === 0
      ? []
      : await tx.revision.findMany({
          where: { workspaceId, record: 'entry', OR: versions },
          select: { recordId: true, version: true, note: true },
        })
  const notes = new Map(revisions.map((one) => [`${one.recordId} ${one.version}`, one.note]))
  return ({ entry, entryVersion }: Reviewed) =>
    entry ? (notes.get(`${entry.id} ${entryVersion}`) ?? '') : null
}

// What is to be done, and until when; or how the plan stands now that was changed.
function wanted(kind: string, assignment: About['assignment']): string {
  if (!assignment) return ''
  const plan = (assignment.planRole ?? assignment.planTask)?.plan
  if (kind === PLAN_CHANGED && plan) return stateInWords(toListing(plan))
  const { what } = assignedPlace(assignment)
  const due = assignment.dueOn && dateInWords(isoDayOf(assignment.dueOn))
  const by = what === 'plan_role' ? ',' : ', by'
  return due ? `${assignedLabels[what]}${by} ${due}` : assignedLabels[what]
}

function kindOf(kind: string): NotificationKind {
  return Object.hasOwn(notificationLabels, kind) ? (kind as NotificationKind) : 'comment'
}
