import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { notFound } from '../errors'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import type { EntryDto, EntryPage } from '@/lib/record'
import { namesWithheld } from '../people/names-in-text'
import { isUuid } from '../ids'
import { beyond, readCursor, timelineOrder, writeCursor } from '../timeline/cursor'
import { visibleSql } from '../timeline/filter/visible'
import { entriesVisibleTo } from '../policy'
import { readLinks } from './links'
import { readRows } from './reading/rows'
import type { Audience } from './audience'
import { toEntry } from './present'

type Listing = {
  campaignId: string
  order?: 'newest' | 'oldest'
  /** The cursor of an earlier page. */
  after?: string | null
  /** Entries on a page, at most 200. */
  limit?: number
}

/**
 * Lists a campaign's entries in the order of its timeline, as this viewer may see them.
 *
 * Drafts and the trash are left out in SQL, so that no component can leak one. Pages go by key, so
 * that a late page costs what the first does.
 *
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function listEntries(
  viewer: Viewer,
  { campaignId, order = 'newest', after, limit = 50 }: Listing,
): Promise<EntryPage> {
  return withViewer(viewer, async (tx) => {
    const going = order === 'newest' ? 'down' : 'up'
    const from = after ? beyond(readCursor(after), going) : Prisma.sql`true`
    const size = Math.min(Math.max(limit, 1), 200)
    const found = await tx.$queryRaw<{ id: string; firstDay: string; time: string | null }[]>`
      select e.id, e.first_day::text as "firstDay", e.time_of_day as time from entry e
      where ${visibleSql(viewer)} and e.campaign_id = ${campaignId}::uuid and ${from}
      order by ${timelineOrder(going)} limit ${size + 1}`
    const shown = found.slice(0, size)
    const last = found.length > size ? shown[shown.length - 1] : undefined
    return {
      entries: await entriesById(
        tx,
        viewer,
        shown.map(({ id }) => id),
      ),
      next: last ? writeCursor(last) : null,
    }
  })
}

/**
 * Reads one entry of a campaign.
 *
 * @throws AppError `not_found` when it is missing, hidden, or in the trash.
 */
export async function getEntry(viewer: Viewer, id: string): Promise<EntryDto> {
  return withViewer(viewer, async (tx) => entryById(tx, viewer, id))
}

/** The same inside a transaction that is already open. */
export async function entryById(tx: Tx, viewer: Viewer, id: string): Promise<EntryDto> {
  if (!isUuid(id)) throw notFound('entry')
  const [entry] = await entriesById(tx, viewer, [id])
  if (!entry) throw notFound('entry')
  return entry
}

/**
 * Reads entries of one campaign in the order in which they are asked for; what this viewer may not
 * see, and what is of another campaign, is left out.
 */
export async function entriesOfCampaign(
  viewer: Viewer,
  campaignId: string,
  ids: string[],
): Promise<EntryDto[]> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return []
  return withViewer(viewer, async (tx) => {
    const here = await tx.entry.findMany({
      where: { AND: [entriesVisibleTo(viewer), { campaignId, id: { in: known } }] },
      select: { id: true },
    })
    const entries = await entriesById(
      tx,
      viewer,
      here.map(({ id }) => id),
    )
    return entries.sort((a, b) => known.indexOf(a.id) - known.indexOf(b.id))
  })
}

/** Several entries as their forms would show them, in the order of their ids. */
export async function entriesById(tx: Tx, viewer: Viewer, ids: string[]): Promise<EntryDto[]> {
  const [rows, audience] = await Promise.all([
    readRows(tx, ids, { condition: visibleSql(viewer) }),
    audienceOf(tx, viewer, ids),
  ])
  return rows.map((row) => toEntry(row, audience))
}

async function audienceOf(tx: Tx, viewer: Viewer, ids: string[]): Promise<Audience> {
  const audience = { viewer, withhold: await namesWithheld(tx, viewer), now: new Date() }
  return { ...audience, links: await readLinks(tx, ids, visibleSql(viewer), audience) }
}
