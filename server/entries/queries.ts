import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { AppError, notFound } from '../errors'
import type { Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import type { EntryDto, EntryPage } from '@/lib/record'
import { namesWithheld } from '../people/names-in-text'
import { isUuid } from '../ids'
import { entriesVisibleTo } from '../policy'
import { readLinks } from './links'
import { entrySelect } from './select'
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
 * Lists a campaign's entries by their first possible day, as this viewer may see them.
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
    const direction = order === 'newest' ? 'desc' : 'asc'
    const size = Math.min(Math.max(limit, 1), 200)
    const rows = await tx.entry.findMany({
      where: { AND: [entriesVisibleTo(viewer), { campaignId }, beyond(after, order)] },
      select: entrySelect,
      orderBy: [{ firstDay: direction }, { id: direction }],
      take: size + 1,
    })
    const shown = rows.slice(0, size)
    const audience = await audienceOf(
      tx,
      viewer,
      shown.map(({ id }) => id),
    )
    const last = rows.length > size ? shown[shown.length - 1] : undefined
    return {
      entries: shown.map((row) => toEntry(row, audience)),
      next: last ? `${isoDayOf(last.firstDay)}_${last.id}` : null,
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
  const row = await tx.entry.findFirst({
    where: { AND: [entriesVisibleTo(viewer), { id }] },
    select: entrySelect,
  })
  if (!row) throw notFound('entry')
  return toEntry(row, await audienceOf(tx, viewer, [id]))
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

/** Several entries as their forms would show them, in no order. */
export async function entriesById(tx: Tx, viewer: Viewer, ids: string[]): Promise<EntryDto[]> {
  const rows = await tx.entry.findMany({
    where: { AND: [entriesVisibleTo(viewer), { id: { in: ids } }] },
    select: entrySelect,
  })
  const audience = await audienceOf(tx, viewer, ids)
  return rows.map((row) => toEntry(row, audience))
}

async function audienceOf(tx: Tx, viewer: Viewer, ids: string[]): Promise<Audience> {
  const audience = { viewer, withhold: await namesWithheld(tx, viewer), now: new Date() }
  return { ...audience, links: await readLinks(tx, ids, entriesVisibleTo(viewer), audience) }
}

function beyond(after: string | null | undefined, order: 'newest' | 'oldest') {
  if (!after) return {}
  const [day = '', id = ''] = after.split('_')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)) || !isUuid(id)) {
    throw new AppError(
      'invalid',
      'This page of the timeline does not exist. Go back to the first page.',
    )
  }
  const firstDay = new Date(day)
  return order === 'newest'
    ? { OR: [{ firstDay: { lt: firstDay } }, { firstDay, id: { lt: id } }] }
    : { OR: [{ firstDay: { gt: firstDay } }, { firstDay, id: { gt: id } }] }
}
