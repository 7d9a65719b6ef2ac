import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { sentenceOf } from '@/lib/entries/sentence'
import type { Withholder } from '@/lib/people/withholder'
import type { LensRules } from '@/lib/shares/lens'
import type { Coordinates, SharedEntry } from '@/lib/shares/record'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import type { Audience } from '../../entries/audience'
import { toEntry } from '../../entries/present'
import { placePrecisionFor } from '../../entries/present-place'
import { readLinks } from '../../entries/links'
import type { EntryRow } from '../../entries/reading/row'
import { readRows } from '../../entries/reading/rows'
import { beyond, timelineOrder, readCursor, writeCursor, type Order } from '../../timeline/cursor'
import { withLinkIds } from './link-ids'
import { openRecordId, recordIdFor } from './record-ids'
import { shownTime } from './shown-time'

/** Coordinates of which only the town may be known lie on this grid, about 11 km. */
const TOWN_DEGREES = 0.1

type Context = {
  tx: Tx
  reader: ShareReader
  rules: LensRules
  /** The entries of the link, over the alias `e`. */
  entries: Prisma.Sql
  /** Every text of an entry goes out through it. */
  names: Withholder
}

/** How a reader turns the pages; `after` is the cursor of an earlier page, with an id of the link. */
export type Window = { order: Order; after: string | null; limit: number }

/** A window of what a link shows, and the cursor of the next one or null at the end. */
export async function sharedWindow(
  context: Context,
  { order, after, limit }: Window,
): Promise<{ entries: SharedEntry[]; next: string | null }> {
  if (limit === 0) return { entries: [], next: null }
  const { tx, reader, entries } = context
  const going = order === 'newest' ? 'down' : 'up'
  const cursor = after === null ? null : cursorOf(reader, after)
  const known = shownTime(context.rules)
  const found = await tx.$queryRaw<{ id: string; firstDay: string; time: string | null }[]>`
    select e.id, e.first_day::text as "firstDay", ${known} as time from entry e
    where ${entries} and ${cursor ? beyond(cursor, going, { known }) : Prisma.sql`true`}
    order by ${timelineOrder(going, known)}
    limit ${limit + 1}`
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return {
    entries: await readEntries(
      context,
      shown.map(({ id }) => id),
    ),
    next: last ? writeCursor({ ...last, id: recordIdFor(reader, last.id) }) : null,
  }
}

/** One entry of a link by the id that its readers know, or null. */
export async function sharedEntry(context: Context, id: string): Promise<SharedEntry | null> {
  const real = openRecordId(context.reader, id)
  if (real === null) return null
  const [found] = await context.tx.$queryRaw<{ id: string }[]>`
    select e.id from entry e where ${context.entries} and e.id = ${real}::uuid`
  if (!found) return null
  const [entry] = await readEntries(context, [found.id])
  return entry ?? null
}

/** Entries of a link by their real ids, in that order; the ids must have been found through it. */
export async function sharedEntriesOf(context: Context, ids: string[]): Promise<SharedEntry[]> {
  return readEntries(context, ids)
}

/** How many entries there are, over the alias `e`. */
export async function countEntries(tx: Tx, entries: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from entry e where ${entries}`
  return row?.count ?? 0
}

function cursorOf(reader: ShareReader, text: string) {
  const [day = '', id = ''] = text.split('_')
  return readCursor(`${day}_${openRecordId(reader, id) ?? ''}`)
}

async function readEntries(context: Context, ids: string[]): Promise<SharedEntry[]> {
  const { reader, rules, names } = context
  const { tx, entries: condition } = context
  const rows = await readRows(tx, ids, { condition, rules })
  const audience: Audience = { viewer: reader, withhold: (text) => text, now: new Date(), rules }
  const links = await linksOf(context, ids, audience)
  const seen = await tellersOf(context, rows)
  return rows.map((row) => toShared(row, reader, { ...audience, links, seen }, names))
}

// The entries of the link that tell what came of an inquiry later on.
async function tellersOf({ tx, entries }: Context, rows: EntryRow[]): Promise<Set<string>> {
  const outcomes = rows.flatMap(({ inquiries }) =>
    inquiries.flatMap(({ updates }) => updates.flatMap(({ entryId }) => entryId ?? [])),
  )
  if (outcomes.length === 0) return new Set()
  const found = await tx.$queryRaw<{ id: string }[]>`
    select e.id from entry e where ${entries} and e.id = any(${outcomes}::uuid[])`
  return new Set(found.map(({ id }) => id))
}

// Both ends of a link must be among the entries that this link of the campaign shows.
async function linksOf({ tx, rules, entries }: Context, ids: string[], audience: Audience) {
  if (!rules.fields.includes('links')) return new Map()
  return readLinks(tx, ids, entries, audience)
}

function toShared(
  row: EntryRow,
  reader: ShareReader,
  audience: Audience,
  names: Withholder,
): SharedEntry {
  const entry = { ...toEntry(row, audience), coordinates: coordinatesOf(row, audience) }
  const shown = names.showAll(withLinkIds(reader, entry))
  // Its sentence is made of what is shown, so that it says no more than that.
  return { ...shown, sentence: names.showMade(sentenceOf(shown)) }
}

/** Where an entry was, as exactly as the readers of a link may know. */
export function coordinatesOf(
  row: Pick<
    EntryRow,
    | 'placePrecision'
    | 'placeHiddenUntil'
    | 'latitude'
    | 'longitude'
    | 'townLatitude'
    | 'townLongitude'
  >,
  audience: Pick<Audience, 'now' | 'rules'>,
): Coordinates {
  const precision = placePrecisionFor(row, audience)
  if (row.latitude === null || row.longitude === null || precision === 'hidden') return null
  const rounded = precision === 'town'
  if (rounded && row.townLatitude !== null && row.townLongitude !== null)
    return { longitude: row.townLongitude, latitude: row.townLatitude, rounded }
  const round = (degrees: number) =>
    rounded ? Number((Math.round(degrees / TOWN_DEGREES) * TOWN_DEGREES).toFixed(1)) : degrees
  return { longitude: round(row.longitude), latitude: round(row.latitude), rounded }
}
