import 'server-only'
import type { BulkInput } from '@/lib/schemas/record'
import { memberIdOf, mayPublish, requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import type { Saving } from '../history/record'
import { isUuid } from '../ids'
import { entriesRestorableBy, entriesWritableBy } from '../policy'
import { lockedForPatch, patchEntry, type Patch, type Patchable } from './patch'
import { tellOfReviews, type StatusChange } from './tell-review'

/** What the undo of one entry needs: as it stood before, and the version that was made of it. */
type Done = { id: string; version: number; before: Patch }

/**
 * Does one thing to many entries of a campaign, in one transaction: all of them or none. Each keeps
 * an ordinary revision.
 *
 * @returns the id by which all of it can be taken back at once, and how many entries changed.
 * @throws AppError `forbidden` where a contributor publishes or one of the entries is not theirs to
 *   change; `not_found` where one is missing.
 */
export async function changeMany(
  viewer: Viewer,
  campaignId: string,
  input: BulkInput,
): Promise<{ undo: string; count: number }> {
  requireRole(viewer, 'contributor')
  if (input.action === 'publish' && !mayPublish(viewer)) {
    throw new AppError(
      'forbidden',
      'Publishing needs an editor. Send them to review, and an editor will see them.',
    )
  }
  return withViewer(viewer, async (tx) => {
    const { ids, action } = input
    const entries = await lockedForPatch(tx, ids)
    await requireMine(tx, viewer, campaignId, ids)
    const done: Done[] = []
    const changes: StatusChange[] = []
    for (const entry of entries) {
      const how: Saving = { action: ACTIONS[action] ?? 'update' }
      const wanted = wantedOf(entry, input)
      const version = await patchEntry(tx, viewer, entry, wanted, how)
      if (version === entry.version) continue
      const { id, status: from } = entry
      done.push({ id, version, before: patchOf(entry) })
      changes.push({ id, version, from, to: wanted.status ?? from })
    }
    await tellOfReviews(tx, viewer, changes)
    const { id: undo } = await tx.undoableChange.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, kind: 'bulk', record: 'entry' },
        ...{ memberId: memberIdOf(viewer), detail: done },
      },
      select: { id: true },
    })
    return { undo, count: done.length }
  })
}

/**
 * Takes one action on many entries back. What somebody changed since stays as they left it.
 *
 * @returns how many entries are as before, and how many were left.
 * @throws AppError `forbidden` where a contributor would publish, `not_found` for what is not the
 *   viewer's to take back, or is taken back already.
 */
export async function undoMany(
  viewer: Viewer,
  undo: string,
): Promise<{ undone: number; left: number }> {
  requireRole(viewer, 'contributor')
  if (!isUuid(undo)) throw notFound('change')
  return withViewer(viewer, async (tx) => {
    const change = await tx.undoableChange.findFirst({
      where: {
        ...{ workspaceId: viewer.workspaceId, id: undo, kind: 'bulk', undoneAt: null },
        ...(mayPublish(viewer) ? {} : { memberId: memberIdOf(viewer) }),
      },
      select: { detail: true },
    })
    if (!change) throw notFound('change')
    const done = change.detail as Done[]
    const ids = done.map(({ id }) => id)
    const locked = new Map((await lockedForPatch(tx, ids)).map((entry) => [entry.id, entry]))
    const mine = await inHands(tx, viewer, ids)
    const changes: StatusChange[] = []
    let undone = 0
    for (const { id, version, before } of done) {
      const entry = locked.get(id)
      if (!entry || entry.version !== version || !mine.has(id)) continue
      if (before.status === 'published' && entry.status !== 'published' && !mayPublish(viewer))
        throw new AppError(
          'forbidden',
          'Taking this back would publish, which needs an editor. Ask one to take it back.',
        )
      const how = { action: 'revert', note: 'Taken back.' } as const
      const newVersion = await patchEntry(tx, viewer, entry, before, how)
      changes.push({ id, version: newVersion, from: entry.status, to: before.status })
      undone += 1
    }
    // What is a draft again was not sent back by a review.
    await tellOfReviews(
      tx,
      viewer,
      changes.filter(({ to }) => to !== 'draft'),
    )
    await tx.undoableChange.updateMany({ where: { id: undo }, data: { undoneAt: new Date() } })
    return { undone, left: done.length - undone }
  })
}

const ACTIONS: Partial<Record<BulkInput['action'], NonNullable<Saving['action']>>> = {
  publish: 'publish',
  trash: 'trash',
}

function wantedOf({ tags }: Patchable, { action, tag }: BulkInput): Partial<Patch> {
  switch (action) {
    case 'tag':
      return { tags: [...new Set([...tags, ...tag])] }
    case 'untag':
      return { tags: tags.filter((one) => !tag.includes(one)) }
    case 'publish':
      return { status: 'published' }
    case 'review':
      return { status: 'in_review' }
    case 'trash':
      return { trashed: true }
  }
}

function patchOf({ status, tags, trashed }: Patchable): Patch {
  return { status, tags, trashed }
}

async function requireMine(
  tx: Tx,
  viewer: Viewer,
  campaignId: string,
  ids: string[],
): Promise<void> {
  const mine = await tx.entry.count({
    where: { AND: [entriesWritableBy(viewer), { campaignId, id: { in: ids } }] },
  })
  if (mine === ids.length) return
  if (mayPublish(viewer)) throw notFound('entry')
  const others = ids.length - mine
  throw new AppError(
    'forbidden',
    `You may not change ${others === 1 ? 'one of these' : `${others} of these`}: only editors can change entries that are published or someone else’s. Nothing was changed.`,
  )
}

async function inHands(tx: Tx, viewer: Viewer, ids: string[]): Promise<Set<string>> {
  const rows = await tx.entry.findMany({
    where: {
      AND: [{ id: { in: ids } }, { OR: [entriesWritableBy(viewer), entriesRestorableBy(viewer)] }],
    },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
