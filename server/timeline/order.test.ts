import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '@/lib/dates/calendar'
import { layDrawing } from '@/lib/shares/drawing/lay'
import { noFilter } from '@/lib/timeline/filters'
import { inView } from '@/lib/timeline/lanes/in-view'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../testing/world'
import { listEvidence } from '../demands/queries'
import { listEntries } from '../entries/queries'
import { readPlots } from '../plots/queries'
import { readShared } from '../shares/reading/read'
import { calendarMonth } from './calendar'
import { readLanes } from './lanes/read'
import { listOnNow } from './on-now'
import { listStory } from './story'
import { readStory } from './timeline'

useTestDatabase()

/** All of 1 June 2026 at first sight, in their order. */
const DATES = ['by 1 June 2026', 'about 1 June 2026', 'since 1 June 2026', '1 June 2026']

let world: World

beforeAll(async () => {
  world = await newWorld()
})

async function logged(dates: string[]): Promise<{ id: string; slug: string }> {
  const campaign = await newCampaignFor(world.owner)
  for (const date of dates) await logEntry(world.owner, campaign, { title: date, date })
  return campaign
}

async function inSteps(campaignId: string, order: 'newest' | 'oldest'): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const listing = { campaignId, filter: noFilter, order, after, limit: 1 }
    const page: Awaited<ReturnType<typeof listStory>> = await listStory(world.owner, listing)
    seen.push(...page.entries.map(({ title }) => title))
    after = page.next
  } while (after)
  return seen
}

describe('entries of one day', () => {
  it.each([
    ['as they stand', DATES],
    ['the other way round', [...DATES].reverse()],
    ['mixed', [DATES[2] ?? '', DATES[0] ?? '', DATES[3] ?? '', DATES[1] ?? '']],
  ])('have one order, logged %s', async (_how, dates) => {
    const { id, slug } = await logged(dates)
    expect(await inSteps(id, 'oldest')).toEqual(DATES)
    expect(await inSteps(id, 'newest')).toEqual([...DATES].reverse())
    const asked = { slug, filter: { ...noFilter, text: 'June' }, panel: null }
    const { page } = await readStory(world.owner, { ...asked, order: 'oldest' })
    expect(page.entries.map(({ title }) => title)).toEqual(DATES)
    const reader = await readerOf(world.owner, id)
    const shared = await readShared(reader, { order: 'oldest', after: null, limit: 10 })
    expect(shared.page.entries.map(({ title }) => title)).toEqual(DATES)
  })

  it('have it in every other view', async () => {
    const dates = [DATES[2] ?? '', DATES[0] ?? '', DATES[3] ?? '', DATES[1] ?? '']
    const { id, slug } = await logged(dates)
    const { owner } = world
    const titles = (rows: { title: string }[]) => rows.map(({ title }) => title)
    const reversed = [...DATES].reverse()
    expect(titles(await listEvidence(owner, slug))).toEqual(reversed)
    const first = await listEntries(owner, { campaignId: id, order: 'oldest', limit: 2 })
    const second = await listEntries(owner, { campaignId: id, order: 'oldest', after: first.next })
    expect(titles([...first.entries, ...second.entries])).toEqual(DATES)
    const span = { from: dayNumber('2026-05-01'), to: dayNumber('2026-07-01'), level: 4 }
    const asked = { slug, filter: noFilter, by: 'lane' as const, skip: 0 }
    const { sheets } = await readLanes(owner, asked, () => [span])
    const seen = sheets.flatMap((sheet) => inView(sheet, span))
    expect(seen.map((one) => ('entry' in one ? one.entry.title : 'counted'))).toEqual(DATES)
    const { plots } = await readPlots(owner, { slug, filter: noFilter, names: ['crowds'] })
    const crowds = plots.flatMap((plot) => (plot.name === 'crowds' ? [plot.crowds] : []))
    expect(titles(crowds[0]?.points ?? [])).toEqual(DATES)
  })
})

it('a month has the spans of days in the order of the timeline', async () => {
  const dates = ['June 2026', 'about June 2026']
  const { id } = await logged(dates)
  const { inexact } = await calendarMonth(world.owner, {
    campaignId: id,
    filter: noFilter,
    month: '2026-06',
  })
  expect(inexact.map(({ title }) => title)).toEqual([...dates].reverse())
})

describe('entries of which nothing says what came first', () => {
  it('stand as they were logged, in the drawing of every link too', async () => {
    const campaign = await newCampaignFor(world.owner)
    const names = ['one', 'two', 'three']
    for (const title of names)
      await logEntry(world.owner, campaign, { title, date: 'by 1 June 2026' })
    for (let link = 0; link < 4; link += 1) {
      const reader = await readerOf(world.owner, campaign.id)
      const asked = { order: 'oldest' as const, after: null, limit: 10 }
      const { page, drawing } = await readShared(reader, asked)
      expect(page.entries.map(({ title }) => title)).toEqual(names)
      if (!drawing) throw new Error('Nothing is drawn.')
      const { rows } = layDrawing(drawing.desk, { demands: [], width: 960, today: drawing.today })
      expect(rows[0]?.marks.map(({ entry }) => entry.title)).toEqual(names)
    }
  })

  it('stand as they began, where they have begun and go on', async () => {
    const campaign = await newCampaignFor(world.owner)
    for (const title of ['first', 'second'])
      await logEntry(world.owner, campaign, { title, date: '2026-02-01/..' })
    const { entries } = await listOnNow(world.owner, campaign.id)
    expect(entries.map(({ title }) => title)).toEqual(['second', 'first'])
  })
})
