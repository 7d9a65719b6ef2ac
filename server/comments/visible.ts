import 'server-only'
import type { CommentAbout } from '@/lib/comments/comments'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { entriesVisibleTo } from '../policy'
import { currentWording } from '../demands/current-wording'

/** The comments that this viewer may read: members, those about what they may see. No link shows one. */
export function commentsVisibleTo(viewer: Viewer): Prisma.CommentWhereInput {
  if (viewer.kind === 'share') return { id: { in: [] } }
  return {
    workspaceId: viewer.workspaceId,
    OR: [
      { entry: entriesVisibleTo(viewer) },
      { demand: demandsVisibleTo(viewer) },
      { source: { trashedAt: null } },
    ],
  }
}

/**
 * What a comment is about, as the columns of its row.
 *
 * @throws AppError `not_found` where this viewer sees no such record.
 */
export async function recordColumns(tx: Tx, viewer: Viewer, { record, id }: CommentAbout) {
  if (!isUuid(id) || !(await isThere(tx, viewer, { record, id }))) throw notFound(record)
  return {
    entryId: record === 'entry' ? id : null,
    demandId: record === 'demand' ? id : null,
    sourceId: record === 'source' ? id : null,
  }
}

/** What a row is about, by its columns. */
export function recordOf({
  entryId,
  demandId,
  sourceId,
}: Awaited<ReturnType<typeof recordColumns>>): CommentAbout {
  if (entryId) return { record: 'entry', id: entryId }
  if (demandId) return { record: 'demand', id: demandId }
  return { record: 'source', id: sourceId ?? '' }
}

async function isThere(tx: Tx, viewer: Viewer, { record, id }: CommentAbout): Promise<boolean> {
  switch (record) {
    case 'entry':
      return (await tx.entry.count({ where: { AND: [entriesVisibleTo(viewer), { id }] } })) > 0
    case 'demand':
      return (await tx.demand.count({ where: { AND: [demandsVisibleTo(viewer), { id }] } })) > 0
    case 'source':
      return (await tx.source.count({ where: { id, trashedAt: null } })) > 0
  }
}

/** What a comment is about, with all that its title and address are made of. */
export const placeSelect = {
  entry: { select: { id: true, title: true, campaign: { select: { slug: true } } } },
  demand: {
    select: {
      number: true,
      campaign: { select: { slug: true } },
      ...currentWording,
    },
  },
  source: { select: { id: true, title: true } },
} satisfies Prisma.CommentSelect

/** The title of what a comment is about, and the address of its page. */
export function commentedRecord({
  entry,
  demand,
  source,
}: Prisma.CommentGetPayload<{ select: typeof placeSelect }>): { title: string; path: string } {
  if (entry)
    return { title: entry.title, path: `/campaigns/${entry.campaign.slug}/entries/${entry.id}` }
  if (demand) {
    const path = `/campaigns/${demand.campaign.slug}/demands/${demand.number}`
    return { title: demand.versions[0]?.wording ?? `Demand ${demand.number}`, path }
  }
  return { title: source?.title ?? '', path: `/sources/${source?.id ?? ''}` }
}
