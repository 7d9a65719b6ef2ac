import 'server-only'
import {
  commentAnchor,
  type CommentAbout,
  type CommentDto,
  type Comments,
  type CommentThread,
  type FoundComment,
} from '@/lib/comments/comments'
import type { Mentioned } from '@/lib/comments/mentions'
import { Prisma } from '@/prisma/generated/client'
import { mayPublish, memberIdOf, requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { membersWhoSee, type RecordColumns } from './audience'
import { commentsVisibleTo, commentedRecord, placeSelect, recordColumns } from './visible'

const MOST_THREADS = 500
const MOST_MEMBERS = 2_000
const MOST_FOUND = 20
const MOST_WORDS = 20

/**
 * Lists the comments on a record, the oldest thread first, at most 500, and the members who can be
 * mentioned there.
 *
 * @throws AppError `forbidden` for readers of links, `not_found` for the record.
 */
export async function listComments(viewer: Viewer, about: CommentAbout): Promise<Comments> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const columns = await recordColumns(tx, viewer, about)
    const rows = await tx.comment.findMany({
      where: { ...columns, workspaceId: viewer.workspaceId, threadId: null },
      select: {
        ...commentSelect,
        ...{ about: true, resolvedAt: true },
        resolver: { select: { account: { select: { name: true } } } },
        replies: { select: commentSelect, orderBy: { id: 'asc' }, take: MOST_THREADS },
      },
      orderBy: { id: 'asc' },
      take: MOST_THREADS,
    })
    const threads = rows.map(({ about: words, resolvedAt, resolver, replies, ...row }) => ({
      ...toComment(viewer, row),
      about: words,
      resolved: resolvedAt && {
        ...{ by: resolver?.account.name ?? null, at: resolvedAt.toISOString() },
      },
      replies: replies.map((reply) => toComment(viewer, reply)).filter(isShown),
    }))
    return {
      threads: threads.filter((thread) => isShown(thread) || thread.replies.length > 0),
      members: await listMentioned(tx, viewer, columns),
    }
  })
}

/**
 * Lists the members who can be mentioned at a record, who are those that see it, by name, inside an open transaction.
 *
 * @throws AppError `forbidden` for readers of links.
 */
export async function listMentioned(
  tx: Tx,
  viewer: Viewer,
  columns: RecordColumns,
): Promise<Mentioned[]> {
  requireMember(viewer)
  const rows = await tx.member.findMany({
    where: await membersWhoSee(tx, viewer, columns),
    select: { id: true, account: { select: { name: true } } },
    orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
    take: MOST_MEMBERS,
  })
  return rows.map(({ id, account }) => ({ id, name: account.name }))
}

/**
 * Finds comments that contain all of these words, in any case and with or without their accents, on
 * records that the member may see; the newest first, at most 20.
 */
export async function findComments(viewer: Viewer, words: string): Promise<FoundComment[]> {
  requireMember(viewer)
  const asked = [...new Set(words.split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS)
  if (asked.length === 0) return []
  return withViewer(viewer, async (tx) => {
    const contains = asked.map(
      (word) => Prisma.sql`strpos(lower(unaccent(t.body)), (select lower(unaccent(${word})))) > 0`,
    )
    const hits = await tx.$queryRaw<{ id: string }[]>`
      select c.id from comment c join lateral (
          select body from comment_text t
           where t.workspace_id = c.workspace_id and t.comment_id = c.id
           order by number desc limit 1) t on true
       where c.workspace_id = ${viewer.workspaceId}::uuid and c.deleted_at is null
         and ${Prisma.join(contains, ' and ')}
       order by c.id desc limit 1000`
    const rows = await tx.comment.findMany({
      where: { AND: [commentsVisibleTo(viewer), { id: { in: hits.map(({ id }) => id) } }] },
      select: { ...commentSelect, ...placeSelect },
      orderBy: { id: 'desc' },
      take: MOST_FOUND,
    })
    return rows.map((row) => {
      const { title, path } = commentedRecord(row)
      const { id, by, at, body } = toComment(viewer, row)
      return { id, by, at, body, title, href: `${path}#${commentAnchor(id)}` }
    })
  })
}

const commentSelect = {
  id: true,
  createdAt: true,
  deletedAt: true,
  memberId: true,
  member: { select: { account: { select: { name: true } } } },
  texts: { select: { body: true, at: true }, orderBy: { number: 'desc' } },
} satisfies Prisma.CommentSelect

function toComment(
  viewer: Viewer,
  row: Prisma.CommentGetPayload<{ select: typeof commentSelect }>,
): CommentDto {
  const own = row.memberId !== null && row.memberId === memberIdOf(viewer)
  const deleted = row.deletedAt !== null
  const mayDelete = (own || mayPublish(viewer)) && row.texts.length > 0
  const [last, ...earlier] = deleted && !mayDelete ? [] : row.texts
  return {
    ...{ id: row.id, by: row.member?.account.name ?? null, at: row.createdAt.toISOString() },
    ...{ body: last?.body ?? '', deleted, own, mayDelete },
    earlier: earlier.map(({ body, at }) => ({ body, at: at.toISOString() })),
  }
}

// A deleted comment is left out for people who cannot restore it, unless it has replies.
function isShown({ deleted, mayDelete }: Pick<CommentThread, 'deleted' | 'mayDelete'>): boolean {
  return !deleted || mayDelete
}
