import 'server-only'
import type { CommentAbout, NotificationKind } from '@/lib/comments/comments'
import { wordsOfEntry } from '@/lib/comments/words-of-entry'
import { mentionedIn } from '@/lib/comments/mentions'
import type { CommentChange, CommentInput } from '@/lib/schemas/comment'
import { mayPublish, memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { keepAudit } from '../history/record'
import type { RecordColumns } from './audience'
import { notify } from './notify'
import { listMentioned } from './queries'
import { commentsVisibleTo, recordColumns } from './visible'

/**
 * Adds a comment to a record, or a reply to a thread. Notifies the people it mentions, those who wrote
 * in the thread, and the member who logged the entry.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` for the record or the thread, `invalid` at
 *   `about` for words that the record has not.
 */
export async function addComment(
  viewer: Viewer,
  about: CommentAbout,
  input: CommentInput,
): Promise<{ id: string }> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const columns = await recordColumns(tx, viewer, about)
    const thread = input.thread
      ? await tx.comment.findFirst({
          where: { ...columns, id: input.thread, threadId: null, deletedAt: null },
          select: { id: true },
        })
      : null
    if (input.thread && !thread) throw notFound('comment')
    if (!thread) await requireOwnWords(tx, about, input.about)
    const { workspaceId } = viewer
    const { id } = await tx.comment.create({
      data: {
        ...{ workspaceId, ...columns, threadId: thread?.id ?? null },
        ...{ about: thread ? '' : input.about, memberId: memberIdOf(viewer) },
      },
      select: { id: true },
    })
    await tx.commentText.create({
      data: { workspaceId, commentId: id, number: 1, body: input.body },
    })
    // A reply reopens the thread: there is more to say.
    if (thread)
      await tx.comment.updateMany({
        where: { id: thread.id },
        data: { resolvedAt: null, resolvedBy: null },
      })
    await notifyOf(tx, viewer, {
      id,
      body: input.body,
      columns,
      threadId: thread?.id,
    })
    await keepAudit(tx, viewer, 'create', 'comment', id)
    return { id }
  })
}

// What stands above a comment reads as the record's own words.
async function requireOwnWords(tx: Tx, { record, id }: CommentAbout, words: string): Promise<void> {
  if (words === '') return
  const entry =
    record === 'entry'
      ? await tx.entry.findFirst({
          where: { id },
          select: {
            appearances: { select: { quotes: { select: { text: true } } } },
            claims: { select: { field: true, value: true } },
          },
        })
      : null
  const quotes = entry?.appearances.flatMap((one) => one.quotes.map(({ text }) => text)) ?? []
  if (!wordsOfEntry(quotes, entry?.claims ?? []).includes(words))
    throw new AppError(
      'invalid',
      'These words are not in the record any more. Choose again what your comment is about.',
      ['about'],
    )
}

/**
 * Changes the words of one's own comment; the earlier ones stay with it. Notifies people who were not
 * mentioned before.
 *
 * @throws AppError `forbidden` for a viewer, `not_found` for what is not one's own.
 */
export async function editComment(viewer: Viewer, id: string, body: string): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const found = await ownComment(tx, viewer, id)
    const [last] = found.texts
    if (last?.body === body) return
    await tx.commentText.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, commentId: id, body },
        number: (last?.number ?? 0) + 1,
      },
    })
    const mentioned = mentionedIn(body, await listMentioned(tx, viewer, found))
    await notify(
      tx,
      viewer,
      { commentId: id },
      new Map(mentioned.map((member) => [member, ['mention'] as const])),
    )
    await keepAudit(tx, viewer, 'update', 'comment', id, ['text'])
  })
}

/**
 * Deletes or restores a comment, one's own or, for editors, anybody's; resolves or reopens a thread.
 *
 * @throws AppError `forbidden` for a viewer, `not_found`, `conflict` where that is done already.
 */
export async function changeComment(
  viewer: Viewer,
  id: string,
  change: CommentChange,
): Promise<void> {
  requireRole(viewer, 'contributor')
  await withViewer(viewer, async (tx) => {
    const settles = change === 'resolve' || change === 'reopen'
    const mine = settles || mayPublish(viewer) ? {} : { memberId: memberIdOf(viewer) ?? '' }
    const where = {
      AND: [commentsVisibleTo(viewer), mine, { id }, settles ? { threadId: null } : {}],
    }
    if ((await tx.comment.count({ where })) === 0) throw notFound('comment')
    const now = new Date()
    const { from, data } = {
      delete: { from: { deletedAt: null }, data: { deletedAt: now } },
      restore: {
        // What is erased for good has no words left.
        from: { deletedAt: { not: null }, texts: { some: {} } },
        data: { deletedAt: null },
      },
      resolve: {
        from: { resolvedAt: null },
        data: { resolvedAt: now, resolvedBy: memberIdOf(viewer) },
      },
      reopen: {
        from: { resolvedAt: { not: null } },
        data: { resolvedAt: null, resolvedBy: null },
      },
    }[change]
    const { count } = await tx.comment.updateMany({ where: { AND: [where, from] }, data })
    if (count === 0)
      throw new AppError('conflict', 'Somebody did this a moment ago. Reload the page to see it.')
    if (change === 'delete') await keepAudit(tx, viewer, 'trash', 'comment', id)
    else if (change === 'restore') await keepAudit(tx, viewer, 'restore', 'comment', id)
    else await keepAudit(tx, viewer, 'update', 'comment', id, [SETTLED[change]])
  })
}

const SETTLED = { resolve: 'resolved', reopen: 'reopened' } as const

async function ownComment(tx: Tx, viewer: Viewer, id: string) {
  const memberId = memberIdOf(viewer)
  const found =
    memberId === null
      ? null
      : await tx.comment.findFirst({
          where: { AND: [commentsVisibleTo(viewer), { id, memberId, deletedAt: null }] },
          select: {
            ...{ entryId: true, demandId: true, sourceId: true },
            texts: { select: { number: true, body: true }, orderBy: { number: 'desc' }, take: 1 },
          },
        })
  if (!found) throw notFound('comment')
  return found
}

type Added = {
  id: string
  body: string
  columns: RecordColumns
  threadId: string | undefined
}

async function notifyOf(
  tx: Tx,
  viewer: Viewer,
  { id, body, columns, threadId }: Added,
): Promise<void> {
  const notified = new Map<string, NotificationKind[]>()
  const add = (member: string, kind: NotificationKind) =>
    notified.set(member, [...(notified.get(member) ?? []), kind])
  const entry = columns.entryId
    ? await tx.entry.findFirst({ where: { id: columns.entryId }, select: { createdBy: true } })
    : null
  if (entry?.createdBy) add(entry.createdBy, 'comment')
  if (threadId) {
    const wrote = await tx.comment.findMany({
      where: { OR: [{ id: threadId }, { threadId }], deletedAt: null, memberId: { not: null } },
      select: { memberId: true },
      distinct: ['memberId'],
    })
    for (const { memberId } of wrote) if (memberId) add(memberId, 'reply')
  }
  for (const member of mentionedIn(body, await listMentioned(tx, viewer, columns)))
    add(member, 'mention')
  await notify(tx, viewer, { commentId: id }, notified)
}
