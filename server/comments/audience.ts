import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Viewer } from '../auth/viewer'
import { membersWhoOpen } from '../campaigns/access'
import type { Tx } from '../db'
import type { recordColumns } from './visible'

/** What a comment, or what is told of it, is about. */
export type RecordColumns = Awaited<ReturnType<typeof recordColumns>>

/**
 * The present members who see a record: of what is not published its author and those who publish
 * alone, of a source that belongs to restricted campaigns whoever can open one of them.
 */
export async function membersWhoSee(
  tx: Tx,
  viewer: Viewer,
  { entryId, demandId, sourceId }: RecordColumns,
): Promise<Prisma.MemberWhereInput> {
  const entry = entryId
    ? await tx.entry.findFirst({ where: { id: entryId }, select: { campaignId: true, ...drafted } })
    : null
  if (entry)
    return { AND: [await membersWhoOpen(tx, viewer, entry.campaignId), whoReadOne([entry])] }
  const demand = demandId
    ? await tx.demand.findFirst({
        where: { id: demandId },
        select: {
          ...{ campaignId: true, forItself: true },
          entries: {
            where: { entry: { trashedAt: null } },
            select: { entry: { select: drafted } },
          },
        },
      })
    : null
  if (demand) {
    const said = demand.entries.map((one) => one.entry)
    const all = demand.forItself ? {} : whoReadOne(said)
    return { AND: [await membersWhoOpen(tx, viewer, demand.campaignId), all] }
  }
  const source = sourceId
    ? await tx.source.findFirst({ where: { id: sourceId }, select: { confinedTo: true } })
    : null
  const present = await membersWhoOpen(tx, viewer, null)
  if (!source || source.confinedTo.length === 0) return present
  const inside = { campaigns: { some: { campaignId: { in: source.confinedTo } } } }
  return { AND: [present, { OR: [{ role: 'owner' }, inside] }] }
}

const drafted = { status: true, createdBy: true } as const

// The members who read at least one of these entries, of their campaign.
function whoReadOne(
  entries: readonly { status: string; createdBy: string | null }[],
): Prisma.MemberWhereInput {
  if (entries.some(({ status }) => status === 'published')) return {}
  const authors = entries.flatMap(({ createdBy }) => createdBy ?? [])
  return {
    OR: [
      { role: { in: ['editor', 'owner'] } },
      { role: 'contributor', id: { in: [...new Set(authors)] } },
    ],
  }
}
