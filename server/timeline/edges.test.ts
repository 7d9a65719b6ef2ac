import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { edgeEntries } from '@/bench/timeline/edges'
import { benchCampaign, writeEntries } from '@/bench/timeline/write'
import { drawWindow } from '@/lib/timeline/drawn'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { newOwner, useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { calendarMonth, calendarYear } from './calendar'
import { mapMarks } from './map/read'
import { listStory } from './story'

useTestDatabase()

let viewer: Viewer
let campaignId: string

beforeAll(async () => {
  const { workspaceId } = await newOwner()
  viewer = systemViewer(workspaceId)
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  const place = await benchCampaign(client, workspaceId, 'edges', 'Edges')
  await writeEntries(client, place, edgeEntries())
  campaignId = place.campaignId
  await client.end()
})

const all = () => ({ campaignId, filter: noFilter })

it('walks through a day of 300 and a minute of 40 in the story, each entry once', async () => {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listStory>> = await listStory(viewer, { ...all(), after })
    seen.push(...page.entries.map(({ title }) => title))
    after = page.next
  } while (after)
  expect(seen).toHaveLength(edgeEntries().length)
  expect(new Set(seen)).toEqual(new Set(edgeEntries().map(({ title }) => title)))
})

it('jumps to 1804 in the story', async () => {
  const { entries } = await listStory(viewer, { ...all(), at: '1804' })
  expect(entries.map(({ title }) => title)).toEqual(['On a day of 1804', 'May be any day of 1804'])
})

it('draws a day of 300 in the calendar as a few titles and a number', async () => {
  const month = await calendarMonth(viewer, { ...all(), month: '2019-03' })
  expect(month.days).toMatchObject([{ day: '2019-03-05', count: 300 }])
  expect(month.days[0]?.entries).toHaveLength(4)
  const year = await calendarYear(viewer, { ...all(), year: '2019' })
  expect(year.days).toEqual([{ day: '2019-03-05', count: 300 }])
})

it('keeps what may be any day of a year off its days in the calendar', async () => {
  for (const [year, count] of [
    ['1804', 1],
    ['1900', 1],
    ['2026', 2],
  ] as const) {
    const { days, inexactCount } = await calendarYear(viewer, { ...all(), year })
    expect([year, inexactCount]).toEqual([year, count])
    expect(days.map(({ day }) => day)).not.toContain(`${year}-01-01`)
  }
})

it('stands at its hour in the story on the day when clocks change', async () => {
  const filter = readFilter({ from: '2026-03-08', to: '2026-03-08', date: 'exact' })
  const { months } = drawWindow(await listStory(viewer, { campaignId, filter, order: 'oldest' }))
  const [before, after] = months[0]?.entries ?? []
  expect([before?.date, before?.machine]).toEqual(['Sun 8 Mar 2026, 01:30', '2026-03-08T01:30'])
  expect(after?.date).toBe('Sun 8 Mar 2026, 03:30')
})

it('tells what lasted from what is doubtful', async () => {
  const exact = readFilter({ from: '2026', date: 'exact' })
  const { entries } = await listStory(viewer, { campaignId, filter: exact })
  expect(entries.map(({ title }) => title)).toEqual([
    'Lasts from a known day to a known day',
    'After the clocks change',
    'Before the clocks change',
  ])
  const drawn = drawWindow(await listStory(viewer, { ...all(), at: '2026' })).months
  const of = (title: string) =>
    drawn.flatMap(({ entries }) => entries).find((one) => one.title === title)
  expect(of('Lasts from a known day to a known day')?.lasts).toBe(true)
  expect(of('May be any day of 2026')).toMatchObject({ date: '2026' })
  expect(of('May be any day of 2026')?.lasts).toBeUndefined()
})

it('makes one mark on the map of entries at one place', async () => {
  const box = { west: -180, south: -60, east: 180, north: 85 }
  const marks = await mapMarks(viewer, { ...all(), box })
  expect(marks).toMatchObject([{ count: edgeEntries().length }])
})
