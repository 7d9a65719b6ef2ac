import 'server-only'
import type { NotificationKind } from '@/lib/comments/comments'
import type { EntryStatus } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { notify } from '../comments/notify'
import type { Tx } from '../db'

/** An entry whose status a write changed; `from` is nothing where the write made it. */
export type StatusChange = {
  id: string
  version: number
  from: EntryStatus | null
  to: EntryStatus
}

/**
 * Notifies those who may publish of entries that were sent to review, and each author of what was
 * published or sent back. Part of the write's own transaction.
 *
 * @param changes of one campaign
 * @throws AppError `forbidden` for a viewer.
 */
export async function tellOfReviews(
  tx: Tx,
  viewer: Viewer,
  changes: readonly StatusChange[],
): Promise<void> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const told = changes.flatMap(({ id, version, ...change }) => {
    const kind = kindOf(change)
    return kind ? [{ kind, entryId: id, entryVersion: version }] : []
  })
  if (told.length === 0) return
  const ids = told.map(({ entryId }) => entryId)
  // What was said of an earlier round is over, whichever it was.
  await tx.notification.deleteMany({
    where: { workspaceId, entryId: { in: ids }, kind: { in: [...KINDS] } },
  })
  const entries = await tx.entry.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, createdBy: true },
  })
  const reviewers = told.some(({ kind }) => kind === 'review')
    ? await tx.member.findMany({
        where: { workspaceId, removedAt: null, role: { in: ['editor', 'owner'] } },
        select: { id: true },
      })
    : []
  const authors = new Map(entries.map(({ id, createdBy }) => [id, createdBy]))
  const groups = new Map<string, { kind: Kind; to: string[]; about: About[] }>()
  for (const { kind, ...about } of told) {
    const author = authors.get(about.entryId)
    const to = kind === 'review' ? reviewers.map(({ id }) => id) : author ? [author] : []
    const key = kind === 'review' ? kind : `${kind} ${author ?? ''}`
    const before = groups.get(key)?.about ?? []
    groups.set(key, { kind, to, about: [...before, about] })
  }
  // In one order, so that two who publish at once do not wait for each other's notifications.
  const inOrder = [...groups.values()].sort((a, b) => ((a.to[0] ?? '') < (b.to[0] ?? '') ? -1 : 1))
  for (const { kind, to, about } of inOrder)
    await notify(tx, viewer, about, new Map(to.map((member) => [member, [kind]])))
}

const KINDS = ['review', 'published', 'sent_back'] as const
type Kind = Extract<NotificationKind, (typeof KINDS)[number]>
type About = { entryId: string; entryVersion: number }

function kindOf({ from, to }: Pick<StatusChange, 'from' | 'to'>): Kind | null {
  if (from === to) return null
  if (to === 'in_review') return 'review'
  // Whoever logs an entry as published is its author.
  if (to === 'published') return from && 'published'
  return from === 'in_review' ? 'sent_back' : null
}
