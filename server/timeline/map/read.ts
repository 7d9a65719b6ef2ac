import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { ClaimField } from '@/lib/schemas/words'
import type { CalendarEntry } from '@/lib/timeline/calendar'
import type { TimelineFilter } from '@/lib/timeline/filters'
import type { MapMark } from '@/lib/timeline/map/marks'
import type { MapBox } from '@/lib/timeline/map/view'
import { requireMember, type Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { checkedSql, disputedSql } from '../../entries/checked'
import { CALENDAR_ENTRY } from '../calendar'
import { beyond, timelineOrder, readCursor, writeCursor } from '../cursor'
import { signsSql, differsSql } from '../filter/certainty'
import { placeIsHiddenSql } from '../filter/places'
import { filteredEntries } from '../filter/where'

type Asked = { campaignId: string; filter: TimelineFilter }

/** Cells across the drawn part of the map; entries in one cell make one mark. */
const CELLS = 40
/** A place of which only the town may be known, and no town is, is drawn on this grid, about 11 km. */
const TOWN_DEGREES = 0.1

/**
 * Where a filtered campaign's entries lie: the box around all of them, and how many have no place on
 * a map. The box is null when none has.
 */
export async function mapExtent(
  viewer: Viewer,
  { campaignId, filter }: Asked,
): Promise<{ box: MapBox | null; placed: number; all: number }> {
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const [row] = await tx.$queryRaw<
      {
        west: number | null
        south: number
        east: number
        north: number
        placed: number
        all: number
      }[]
    >`
      select min(longitude) as west, min(latitude) as south, max(longitude) as east,
             max(latitude) as north, count(longitude)::int as placed, count(*)::int as all
      from (select ${coordinates(viewer)} from entry e where ${where}) points`
    if (!row || row.west === null) return { box: null, placed: 0, all: row?.all ?? 0 }
    const { west, south, east, north } = row
    return { box: { west, south, east, north }, placed: row.placed, all: row.all }
  })
}

/** Counts the entries in each cell of a box, the fullest cells first. */
export async function mapMarks(
  viewer: Viewer,
  { campaignId, filter, box }: Asked & { box: MapBox },
): Promise<MapMark[]> {
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const cell = Math.max(box.east - box.west, (box.north - box.south) * 1.6, 0.001) / CELLS
    // A lens may keep back what sources say.
    const isMember = viewer.kind !== 'share'
    const differ = (field: ClaimField) =>
      isMember ? differsSql(viewer.workspaceId, field) : Prisma.sql`false`
    const rows = await tx.$queryRaw<MapMark[]>`
      select count(*)::int as count, avg(longitude) as longitude, avg(latitude) as latitude,
             min(id::text) as id, min(title) as title, jsonb_strip_nulls(jsonb_build_object(
               'action', nullif(count(*) filter (where lane = 'action'), 0),
               'response', nullif(count(*) filter (where lane = 'response'), 0),
               'outcome', nullif(count(*) filter (where lane = 'outcome'), 0),
               'context', nullif(count(*) filter (where lane = 'context'), 0))) as lanes,
             array_remove(array[case when bool_or(date_differs) then 'date' end,
               case when bool_or(place_differs) then 'place' end,
               case when bool_or(crowd_differs) then 'crowd' end,
               case when bool_or(disputed) then 'disputed' end,
               case when bool_and(checked) then 'checked' end], null) as signs,
             min(place) as place
      from (select e.id, e.title, e.lane, ${placeIfSeen(viewer)} as place, ${coordinates(viewer)},
              ${differ('date')} as date_differs, ${differ('place')} as place_differs,
              ${differ('crowd')} as crowd_differs,
              ${isMember ? disputedSql(true) : Prisma.sql`false`} as disputed,
              ${isMember ? checkedSql : Prisma.sql`false`} as checked
            from entry e where ${where}) points
      where longitude between ${box.west} and ${box.east}
        and latitude between ${box.south} and ${box.north}
      group by floor(longitude / ${cell}), floor(latitude / ${cell})
      order by count desc, id`
    return rows
  })
}

/** Entries of one page of what is on no map, the newest first, with the cursor of the next page. */
export type UnplacedPage = { entries: CalendarEntry[]; next: string | null }

const PAGE = 40

/**
 * Lists a page of a filtered campaign's entries that have no place on a map.
 *
 * @throws AppError `invalid` for a cursor that is not one of ours.
 */
export async function listUnplaced(
  viewer: Viewer,
  { campaignId, filter, after }: Asked & { after: string | null },
): Promise<UnplacedPage> {
  requireMember(viewer)
  const from = after === null ? Prisma.sql`true` : beyond(readCursor(after), 'down')
  return withViewer(viewer, async (tx) => {
    const where = await filteredEntries(tx, viewer, campaignId, filter)
    const found = await tx.$queryRaw<CalendarEntry[]>`
      select ${CALENDAR_ENTRY}, ${signsSql(viewer)} as signs from entry e
      where ${where} and e.longitude is null and ${from}
      order by ${timelineOrder('down')} limit ${PAGE + 1}`
    const entries = found.slice(0, PAGE)
    const last = found.length > PAGE ? entries.at(-1) : undefined
    return { entries, next: last ? writeCursor(last) : null }
  })
}

function placeIsWithheld(viewer: Viewer): Prisma.Sql {
  return viewer.kind === 'share' ? placeIsHiddenSql() : Prisma.sql`false`
}

function placeIfSeen(viewer: Viewer): Prisma.Sql {
  return viewer.kind === 'share' ? Prisma.sql`''` : Prisma.sql`e.place`
}

// Rounded as it is read, so that not even an average can give the exact place away.
function coordinates(viewer: Viewer): Prisma.Sql {
  const rounded =
    viewer.kind === 'share' ? Prisma.sql`e.place_precision = 'town'` : Prisma.sql`false`
  const read = (name: Prisma.Sql) => Prisma.sql`case
    when ${placeIsWithheld(viewer)} then null
    when ${rounded} then coalesce(e.town_${name}, round(e.${name} / ${TOWN_DEGREES}) * ${TOWN_DEGREES})
    else e.${name} end as ${name}`
  return Prisma.sql`${read(Prisma.sql`longitude`)}, ${read(Prisma.sql`latitude`)}`
}
