import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { DAYS_NEAR, likeness, type Comparable } from '@/lib/entries/alike'
import type { LookAlike } from '@/lib/forms/state'
import type { EntryInput } from '@/lib/schemas/entry'
import type { Prisma } from '@/prisma/generated/client'
import { LooksAlikeError } from '../alike'
import { requireMember, type Viewer } from '../auth/viewer'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { entriesVisibleTo } from '../policy'

const MOST_COMPARED = 2_000
// What lasts longer than this is not looked for among what began before.
const LONGEST_DAYS = 62
const MOST_SHOWN = 3

/**
 * The entries of a campaign that an entry about to be logged looks like, the likest first: near in
 * time, with a like title or at the same place. Only those of the days around it are read, by the
 * index on the first day, and no more than 2,000 of them.
 *
 * @param edited the id of the entry itself where it is there already; what it is linked to is known
 *   to be another one and is left out.
 * @throws AppError `not_found` for the campaign.
 */
export async function findLookAlikes(
  viewer: Viewer,
  slug: string,
  entry: Comparable,
  edited: string | null = null,
): Promise<LookAlike[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const { id: campaignId } = await campaignBySlug(tx, viewer, slug)
    const rows = await tx.entry.findMany({
      where: {
        AND: [
          entriesVisibleTo(viewer),
          { campaignId },
          {
            firstDay: {
              gte: shifted(entry.firstDay, -LONGEST_DAYS),
              lte: shifted(entry.lastDay, DAYS_NEAR),
            },
          },
          { lastDay: { gte: shifted(entry.firstDay, -DAYS_NEAR) } },
          edited === null ? {} : unlinkedTo(edited),
        ],
      },
      select: {
        ...{ id: true, kind: true, title: true, place: true, edtf: true },
        ...{ firstDay: true, lastDay: true },
      },
      orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
      take: MOST_COMPARED,
    })
    return rows
      .map((row) => ({
        row,
        score: likeness(entry, {
          ...row,
          firstDay: isoDayOf(row.firstDay),
          lastDay: isoDayOf(row.lastDay),
        }),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_SHOWN)
      .map(({ row: { id, kind, title, place, edtf } }) => ({ id, kind, title, place, edtf }))
  })
}

/**
 * Stops the logging of an entry that looks like one that is there. The same form sent twice is not
 * stopped: it gets what it made the first time.
 *
 * @throws LooksAlikeError with those entries; AppError `not_found` for the campaign.
 */
export async function requireUnlike(
  viewer: Viewer,
  slug: string,
  { kind, title, place, date, requestKey }: EntryInput,
): Promise<void> {
  const { firstDay, lastDay } = date
  const alike = await findLookAlikes(viewer, slug, { kind, title, place, firstDay, lastDay })
  if (alike.length === 0) return
  if (requestKey && (await isKnownRequest(viewer, requestKey))) return
  throw new LooksAlikeError(alike)
}

function unlinkedTo(id: string): Prisma.EntryWhereInput {
  return {
    id: { not: id },
    links: { none: { toId: id } },
    linkedFrom: { none: { fromId: id } },
  }
}

async function isKnownRequest(viewer: Viewer, key: string): Promise<boolean> {
  const { workspaceId } = viewer
  return withViewer(viewer, async (tx) => {
    const where = { workspaceId_key: { workspaceId, key } }
    return (await tx.requestKey.findUnique({ where, select: { key: true } })) !== null
  })
}

function shifted(isoDate: string, days: number): Date {
  const day = new Date(isoDate)
  day.setUTCDate(day.getUTCDate() + days)
  const year = day.getUTCFullYear()
  // The calendar of the record has the years 1 to 9999.
  return year < 1 || year > 9999 ? new Date(isoDate) : day
}
