import 'server-only'
import { searchFilters } from '@/lib/search/filters'
import { plainPanel } from '@/lib/timeline/facets'
import { noFilter } from '@/lib/timeline/filters'
import { savedFilterSchema } from '@/lib/timeline/saved'
import { usualColumns } from '@/lib/timeline/table'
import { lookUp } from '../search/lookup'
import { findPlaces, placesAt } from '../search/places'
import { searchRecords } from '../search/queries'
import { calendarMonth, calendarYear } from '../timeline/calendar'
import { readSide } from '../timeline/compare'
import { readLanes } from '../timeline/lanes/read'
import { listUnplaced, mapExtent, mapMarks } from '../timeline/map/read'
import { readNeighbours } from '../timeline/neighbours'
import { listOnNow } from '../timeline/on-now'
import { readPrinted } from '../timeline/print'
import { listSavedFilters, removeSavedFilter, saveFilter } from '../timeline/filter/saved'
import { listStory } from '../timeline/story'
import { listTable } from '../timeline/table'
import { foldTallies } from '../timeline/counts/tally-folding'
import { readFrame, readStory, readStoryWindow } from '../timeline/timeline'
import { member, ownerAlone, reader, writer, type Row } from './access-rows'
import { CANARY, type Target } from './target'

const asked = ({ campaign }: Target) => ({ campaignId: campaign.id, filter: noFilter })
const framed = ({ campaign }: Target) => ({
  ...{ slug: campaign.slug, filter: noFilter, panel: plainPanel },
})
const filterNamed = (name: string, { campaign }: Target) =>
  savedFilterSchema.parse({ slug: campaign.slug, name, query: 'lane=action' })

/** The views of a timeline and the search, for the table of all access. */
export const timelineAccess: Record<string, Row> = {
  'timeline/counts/tally-folding.foldTallies': ownerAlone('own', (v) => foldTallies(v)),
  'search/lookup.lookUp': member('own', (v, t) => lookUp(v, 'person', CANARY, t.campaign.id)),
  'search/places.findPlaces': member('own', (v) => findPlaces(v, CANARY)),
  'search/places.placesAt': member('own', (v, t) =>
    placesAt(v, [`/campaigns/${t.campaign.slug}`, `/campaigns/${t.campaign.slug}/demands/1`]),
  ),
  'search/queries.searchRecords': member('own', (v) =>
    searchRecords(v, searchFilters({ q: CANARY }).filters),
  ),
  'timeline/neighbours.readNeighbours': member('own', (v, t) =>
    readNeighbours(v, t.campaign.id, { day: '0001-01-01', time: null, id: t.campaign.id }),
  ),
  'timeline/calendar.calendarYear': member('own', (v, t) =>
    calendarYear(v, { ...asked(t), year: '2026' }),
  ),
  'timeline/calendar.calendarMonth': member('own', (v, t) =>
    calendarMonth(v, { ...asked(t), month: '2026-02' }),
  ),
  'timeline/lanes/read.readLanes': member('refused', (v, t) =>
    readLanes(v, { slug: t.campaign.slug, filter: noFilter, by: 'lane', skip: 0 }, () => [
      { from: 20_000, to: 21_000, level: 9 },
    ]),
  ),
  'timeline/on-now.listOnNow': member('own', (v, t) => listOnNow(v, t.campaign.id)),
  'timeline/map/read.mapExtent': reader('own', (v, t) => mapExtent(v, asked(t))),
  'timeline/map/read.mapMarks': reader('own', (v, t) =>
    mapMarks(v, { ...asked(t), box: { west: -180, south: -90, east: 180, north: 90 } }),
  ),
  'timeline/map/read.listUnplaced': member('own', (v, t) =>
    listUnplaced(v, { ...asked(t), after: null }),
  ),
  'timeline/filter/saved.listSavedFilters': member('own', (v, t) =>
    listSavedFilters(v, t.campaign.id),
  ),
  'timeline/filter/saved.saveFilter': writer('refused', (v, t) =>
    saveFilter(v, filterNamed('Mine', t)),
  ),
  'timeline/filter/saved.removeSavedFilter': writer(
    'refused',
    (v, _t, id) => removeSavedFilter(v, id),
    async (t) => (await saveFilter(t.owner, filterNamed(`${CANARY} filter`, t))).id,
  ),
  'timeline/compare.readSide': member('own', (v, t) =>
    readSide(
      v,
      { slug: t.campaign.slug, campaignId: t.campaign.id },
      `campaign:${t.campaign.slug}`,
    ),
  ),
  'timeline/print.readPrinted': member('refused', (v, t) =>
    readPrinted(v, { slug: t.campaign.slug, filter: noFilter }),
  ),
  'timeline/story.listStory': member('own', (v, t) => listStory(v, asked(t))),
  'timeline/table.listTable': member('own', (v, t) =>
    listTable(v, {
      ...asked(t),
      layout: { columns: [...usualColumns], sort: 'date', down: true },
    }),
  ),
  'timeline/timeline.readFrame': member('refused', (v, t) => readFrame(v, framed(t))),
  'timeline/timeline.readStory': member('refused', (v, t) => readStory(v, framed(t))),
  'timeline/timeline.readStoryWindow': member('refused', (v, t) => readStoryWindow(v, framed(t))),
}
