import 'server-only'
import type { EntrySign } from '@/lib/entries/signs'
import type { Lane } from '@/lib/kinds/names'
import type { LinkedPlace, SharedMap } from '@/lib/shares/map'
import type { SharedHead } from '@/lib/shares/record'
import type { MapMark } from '@/lib/timeline/map/marks'
import { withRoom, type MapBox } from '@/lib/timeline/map/view'
import type { ShareReader } from '../../auth/viewer'
import { sharedPlace } from '../../entries/present-place'
import type { EntryRow } from '../../entries/reading/row'
import { notFound } from '../../errors'
import { timelineOrder } from '../../timeline/cursor'
import { drawMap, mapSizes, viewsOf } from '../../timeline/map/draw'
import { coordinatesOf } from './entries'
import { mayPlace, placedSql } from './has-map'
import { withLinkIds } from './link-ids'
import { readingOf, type Context } from './read'
import { shownTime } from './shown-time'
import { signsOf } from './signs'
import type { OpenTerms } from './terms'

/** Cells across the box of all places; entries in one cell make one mark. */
const CELLS = 40
const MOST_ENTRIES = 10_000
/** So many places are listed, the fullest first, and of each so many entries, the newest first. */
const MOST_PLACES = 100
const MOST_AT_ONE = 8
/** Nobody pulls at this map, so that no outline is needed beyond it. */
const ONLY_SEEN = 0.01

type Row = Pick<
  EntryRow,
  | 'id'
  | 'title'
  | 'edtf'
  | 'placePrecision'
  | 'placeHiddenUntil'
  | 'latitude'
  | 'longitude'
  | 'townLatitude'
  | 'townLongitude'
  | 'place'
  | 'town'
> & { lane: Lane }
type Placed = Pick<Row, 'id' | 'title' | 'edtf' | 'lane'> & {
  signs: EntrySign[]
  longitude: number
  latitude: number
  rounded: boolean
  place: string
}

/** A link's map, with the marks of those entries whose place its readers may know. */
export type SharedMapPage = {
  campaign: SharedHead
  terms: OpenTerms
  map: SharedMap
  updatedAt: string
}

/**
 * Draws where the entries of a link were, as exactly as its readers may know each place.
 *
 * @throws AppError `not_found` where the link has no map.
 */
export async function readSharedMap(reader: ShareReader): Promise<SharedMapPage> {
  const { box, marks, ...read } = await readingOf(reader, async (context) => {
    const { campaign, terms, names } = context
    const placed = mayPlace(terms) ? await placedEntries(context) : []
    const box = boxOf(placed)
    if (box.west === box.east && box.south === box.north) throw notFound('map')
    const groups = groupsIn(box, placed)
    const listed = groups.slice(0, MOST_PLACES).map(placeOf)
    return {
      ...{ campaign, terms, box, count: placed.length, left: groups.length - listed.length },
      ...{ cut: placed.length === MOST_ENTRIES, rounded: placed.some((one) => one.rounded) },
      marks: names.showAll(withLinkIds(reader, groups.map(markOf))),
      places: names.showAll(withLinkIds(reader, listed)),
      updatedAt: (await context.lastChange()).toISOString(),
    }
  })
  const { campaign, terms, updatedAt, ...listed } = read
  // The first drawing reads the outlines of the world, for which no transaction should wait.
  const views = viewsOf(withRoom(box))
  const drawn = (screen: keyof typeof mapSizes) =>
    drawMap(views[screen], mapSizes[screen], marks, ONLY_SEEN)
  const map = { ...listed, desk: await drawn('desk'), phone: await drawn('phone') }
  return { campaign, terms, map, updatedAt }
}

async function placedEntries(context: Context): Promise<Placed[]> {
  const { tx, reader, rules, entries } = context
  const rows = await tx.$queryRaw<Row[]>`
    select e.id, e.title, e.edtf, e.lane::text as lane, e.place, e.town,
      e.place_precision::text as "placePrecision", e.place_hidden_until as "placeHiddenUntil",
      e.latitude, e.longitude, e.town_latitude as "townLatitude", e.town_longitude as "townLongitude"
    from entry e where ${entries} and ${placedSql()}
    order by ${timelineOrder('down', shownTime(rules))} limit ${MOST_ENTRIES}`
  const signs = await signsOf(
    context,
    rows.map(({ id }) => id),
  )
  const audience = { viewer: reader, now: new Date(), rules }
  return rows.flatMap((row) => {
    const point = coordinatesOf(row, audience)
    if (!point) return []
    const { id, title, edtf, lane } = row
    const place = sharedPlace(row, audience)
    return [{ id, title, edtf, lane, place, signs: signs.get(id) ?? [], ...point }]
  })
}

function boxOf(placed: Placed[]): MapBox {
  const [longitudes, latitudes] = [
    placed.map(({ longitude }) => longitude).sort((a, b) => a - b),
    placed.map(({ latitude }) => latitude).sort((a, b) => a - b),
  ]
  return {
    ...{ west: longitudes[0] ?? 0, east: longitudes.at(-1) ?? 0 },
    ...{ south: latitudes[0] ?? 0, north: latitudes.at(-1) ?? 0 },
  }
}

// The fullest first, each in the order of the entries.
function groupsIn({ west, south, east, north }: MapBox, placed: Placed[]): Placed[][] {
  const cell = Math.max(east - west, (north - south) * 1.6, 0.001) / CELLS
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const key = `${Math.floor(one.longitude / cell)} ${Math.floor(one.latitude / cell)}`
    const known = groups.get(key)
    if (known) known.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

function placeOf(group: Placed[]): LinkedPlace {
  const { id, place } = group[0] ?? { id: '', place: '' }
  const newest = group.slice(0, MOST_AT_ONE)
  return {
    ...{ id, place, count: group.length, around: group.some((one) => one.place !== place) },
    entries: newest.map((one) => ({
      id: one.id,
      title: one.title,
      edtf: one.edtf,
      lane: one.lane,
      place: one.place,
    })),
  }
}

function markOf(group: Placed[]): MapMark {
  const lanes: MapMark['lanes'] = {}
  for (const { lane } of group) lanes[lane] = (lanes[lane] ?? 0) + 1
  const mean = (name: 'longitude' | 'latitude') =>
    group.reduce((sum, one) => sum + one[name], 0) / group.length
  const [{ id, title, place } = { id: '', title: '', place: '' }] = group
  return {
    ...{ id, title, place, lanes, count: group.length },
    signs: [...new Set(group.flatMap(({ signs }) => signs))],
    ...{ longitude: mean('longitude'), latitude: mean('latitude') },
  }
}
