import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { EntryKind, Lane } from '@/lib/kinds/names'
import { sentenceOf } from '@/lib/entries/sentence'
import { detailsFrom, type EntryStatus } from '@/lib/schemas/words'
import { firstDayOfPoint, lastDayOfPoint, type TimelineFilter } from '@/lib/timeline/filters'
import type { StoryEntry, StoryPage } from '@/lib/timeline/story'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { beyond, timelineOrder, readCursor, writeCursor, type Order } from './cursor'
import { storyParts, type StoryParts } from './story-parts'
import { visibleSql } from './filter/visible'
import { filteredEntries } from './filter/where'

/** Which window of a filtered timeline is read. Of `after`, `before`, `here` and `at` the
 * first one given counts. */
export type StoryListing = {
  campaignId: string
  filter: TimelineFilter
  order?: Order
  /** The window that follows this cursor in the order of reading. */
  after?: string | null
  /** The window that ends before this cursor. */
  before?: string | null
  /** The window that begins with the entry at this cursor. */
  here?: string | null
  /** A year, month or day to begin at. */
  at?: string | null
  /** Entries in the window, at most 200. */
  limit?: number
}

/** As many as fit into the bytes that a page may need before its first entry is seen. */
const WINDOW = 24

/**
 * Lists a window of a campaign's entries as the story shows them, by their first possible day: what
 * a closed entry says and no more.
 *
 * @throws AppError `forbidden` for readers of a share, who have a list of their own; `invalid` for a
 *   cursor that is not one of ours.
 */
export async function listStory(viewer: Viewer, listing: StoryListing): Promise<StoryPage> {
  requireMember(viewer)
  return withViewer(viewer, (tx) => storyPage(tx, viewer, listing))
}

/**
 * The same inside a transaction that is already open.
 *
 * @param ids of the entries that `windowSql` gave, where those of the filter were gone through already
 */
export async function storyPage(
  tx: Tx,
  viewer: Viewer,
  listing: StoryListing,
  ids: string[] | null = null,
): Promise<StoryPage> {
  requireMember(viewer)
  const { campaignId, filter, after, before, here, at } = listing
  const { size, backwards, order, from } = windowOf(listing)
  const where = ids
    ? Prisma.sql`${visibleSql(viewer)} and e.id = any(${ids}::uuid[])`
    : Prisma.sql`${await filteredEntries(tx, viewer, campaignId, filter)} and ${from}`
  const found = await tx.$queryRaw<StoryRow[]>`
    select ${COLUMNS} from entry e
    where ${where}
    order by ${order}
    limit ${size + 1}`
  const rows = found.slice(0, size)
  if (backwards) rows.reverse()
  const parts = await storyParts(
    tx,
    viewer,
    rows.map(({ id }) => id),
  )
  const first = rows[0]
  const last = rows.at(-1)
  const moreBeyond = found.length > size
  const entered = Boolean(after ?? before ?? here ?? at)
  return {
    entries: rows.map((row) => toStoryEntry(row, parts)),
    next: last && (backwards || moreBeyond) ? writeCursor(last) : null,
    previous: first && entered && (!backwards || moreBeyond) ? writeCursor(first) : null,
  }
}

/** What chooses the entries of a window, and one more, among rows of the alias `e`. */
export function windowSql(listing: Omit<StoryListing, 'campaignId' | 'filter'>): Prisma.Sql {
  const { size, order, from } = windowOf(listing)
  return Prisma.sql`${from} order by ${order} limit ${size + 1}`
}

function windowOf(listing: Omit<StoryListing, 'campaignId' | 'filter'>) {
  const { order = 'newest', after, before, limit = WINDOW } = listing
  const backwards = !after && Boolean(before)
  // "down" is towards earlier days.
  const going = (order === 'newest') !== backwards ? 'down' : 'up'
  return {
    size: Math.min(Math.max(limit, 1), 200),
    backwards,
    order: timelineOrder(going),
    from: windowStart(listing, going),
  }
}

// A closed entry shows how its summary begins.
const SUMMARY_LENGTH = 240

const COLUMNS = Prisma.sql`e.id, e.kind::text as kind, e.also_kind::text as "alsoKind", e.lane::text as lane, e.status::text as status,
  e.title, e.edtf, e.first_day::text as "firstDay", e.last_day::text as "lastDay",
  e.time_of_day as time, e.time_zone as "timeZone", e.place, e.participants, e.details,
  (select p.name from person p
    where p.workspace_id = e.workspace_id and p.id = e.according_to_person_id) as "accordingTo",
  left(e.summary, ${SUMMARY_LENGTH}) as summary`

type StoryRow = {
  id: string
  kind: EntryKind
  alsoKind: EntryKind | null
  lane: Lane
  status: EntryStatus
  title: string
  edtf: string
  firstDay: string
  lastDay: string
  time: string | null
  timeZone: string | null
  place: string
  participants: string
  details: unknown
  accordingTo: string | null
  summary: string
}

function windowStart(
  { after, before, here, at }: Pick<StoryListing, 'after' | 'before' | 'here' | 'at'>,
  going: 'up' | 'down',
): Prisma.Sql {
  const cursor = after ?? before
  if (cursor) return beyond(readCursor(cursor), going)
  if (here) return beyond(readCursor(here), going, { included: true })
  if (!at) return Prisma.sql`true`
  return going === 'down'
    ? Prisma.sql`e.first_day <= ${lastDayOfPoint(at)}::date`
    : Prisma.sql`e.first_day >= ${firstDayOfPoint(at)}::date`
}

function toStoryEntry(row: StoryRow, parts: StoryParts): StoryEntry {
  const of = <T extends { entry: string }>(list: T[]) =>
    list.filter(({ entry }) => entry === row.id)
  const people = of(parts.people)
  const [source] = of(parts.sources)
  return {
    id: row.id,
    kind: row.kind,
    alsoKind: row.alsoKind,
    lane: row.lane,
    status: row.status,
    title: row.title,
    edtf: row.edtf,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    time: row.time,
    timeZone: row.timeZone,
    sentence: sentenceOf({
      ...row,
      organizations: of(parts.organizations),
      details: detailsFrom(row.details),
      inquiries: of(parts.asked).map(({ askedBy, recipients }) => ({
        askedBy,
        recipients: recipients ?? [],
      })),
    }),
    summary: row.summary,
    accordingTo: row.accordingTo,
    people: people.map(({ name }) => name),
    quotes: people.reduce((sum, { words }) => sum + words, 0),
    demands: of(parts.demands).map(({ number, wording, relation, stance, at }) => ({
      number,
      wording,
      relation,
      stance,
      at,
    })),
    source: source ? { name: source.publisher || source.title, more: source.more } : null,
    signs: of(parts.signs).flatMap(({ signs }) => signs),
  }
}
