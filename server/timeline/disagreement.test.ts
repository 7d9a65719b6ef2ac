import { beforeAll, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { readLayout } from '@/lib/timeline/table'
import { useTestDatabase } from '../auth/test-support'
import { signsInWords } from '@/lib/entries/signs'
import { checkEntry } from '../entries/second-reader'
import { logEntry, newWorld, type World } from '../testing/world'
import { calendarMonth } from './calendar'
import { readLanes } from './lanes/read'
import { mapMarks } from './map/read'
import { listOnNow } from './on-now'
import { listStory } from './story'
import { listTable } from './table'

useTestDatabase()

let world: World
const asked = () => ({ campaignId: world.campaign.id, filter: noFilter })
const box = { west: -180, south: -85, east: 180, north: 85 }

const differing = {
  title: 'Differs',
  date: '13 Feb 2026',
  place: 'Amazon Spheres, Seattle',
  ...{ latitude: '47.6157', longitude: '-122.3393' },
  dateClaims: [
    { value: '13 Feb 2026', saidBy: 'the caption' },
    { value: '12 Feb 2026', saidBy: 'the text' },
  ],
  placeClaims: [
    { value: 'The Spheres', saidBy: 'the caption' },
    { value: 'Denny Park', saidBy: 'the text' },
  ],
  crowdClaims: [
    { value: 'hundreds', saidBy: 'the caption' },
    { value: 'Hundreds', saidBy: 'the text' },
  ],
}

beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, differing)
  const { id } = await logEntry(world.owner, world.campaign, {
    ...{ title: 'Agreed', date: '13 Feb 2026', place: 'London' },
    ...{ latitude: '51.5', longitude: '-0.12' },
    disputes: [{ reason: 'It was another day', saidBy: 'Amazon' }],
  })
  await checkEntry(world.editor, id, 1)
  await logEntry(world.owner, world.campaign, {
    ...differing,
    ...{ title: 'Goes on', date: 'since 20 Feb 2020', place: 'Sydney' },
    ...{ latitude: '-33.9', longitude: '151.2' },
  })
})

const marked = (rows: { title: string; signs: string[] }[]) =>
  Object.fromEntries(rows.map(({ title, signs }) => [title, [...signs].sort()]))

const BOTH = { Differs: ['date', 'place'], Agreed: ['checked', 'disputed'] }
const ALL = { ...BOTH, 'Goes on': ['date', 'place'] }

it('is marked in the table, the story and the calendar', async () => {
  const { rows } = await listTable(world.owner, { ...asked(), layout: readLayout({}) })
  expect(marked(rows)).toEqual(ALL)
  expect(marked((await listStory(world.owner, asked())).entries)).toEqual(ALL)
  const { days } = await calendarMonth(world.owner, { ...asked(), month: '2026-02' })
  expect(marked(days.flatMap(({ entries }) => entries))).toEqual(BOTH)
  const { entries } = await listOnNow(world.owner, world.campaign.id)
  expect(marked(entries)).toEqual({ 'Goes on': ['date', 'place'] })
})

it('is marked on the map, for members alone', async () => {
  expect(marked(await mapMarks(world.owner, { ...asked(), box }))).toEqual(ALL)
  const forReaders = await mapMarks(world.reader, { ...asked(), box })
  expect(forReaders.flatMap(({ signs }) => signs)).toEqual([])
})

it('is marked in the lanes, in words', async () => {
  const { sheets } = await readLanes(
    world.owner,
    { slug: world.campaign.slug, filter: noFilter, by: 'lane', skip: 0 },
    () => [{ from: 20_450, to: 20_520, level: 12 }],
  )
  const words = (sheets[0]?.entries ?? []).map(({ title, signs }) => [
    ...[title, signsInWords(signs).join('. ')],
  ])
  expect(Object.fromEntries(words)).toEqual({
    Differs: 'Sources differ on the date and the place',
    Agreed: 'Disputed. Checked by a second person',
    'Goes on': 'Sources differ on the date and the place',
  })
})
