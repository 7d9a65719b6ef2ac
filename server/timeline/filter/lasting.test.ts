import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { dayNumber } from '@/lib/dates/calendar'
import { isOpenEnded, isOnAt } from '@/lib/dates/lasting'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { FIRST_HOURS } from '@/lib/timeline/lanes/levels'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { search } from '../../search/test-support'
import { readShared } from '../../shares/reading/read'
import { logEntry, newWorld, readerOf, type World } from '../../testing/world'
import { calendarMonth, calendarYear } from '../calendar'
import { readLanes } from '../lanes/read'
import { GOES_ON, onNowSql } from './lasting'
import { listOnNow } from '../on-now'
import { filteredEntries } from './where'

useTestDatabase()

let world: World

/** 23:00 of 20 May in Los Angeles, where the campaign is; in UTC it is the 21st. */
const NOW = new Date('2026-05-21T06:00:00Z')
const DATES = {
  'Goes on': 'since 10 Mar 2026',
  'End not known': '2026-03-10/',
  'Ends later': '10 Mar 2026 to 30 June 2026',
  'Ended yesterday': '10 Mar 2026 to 19 May 2026',
  'Or later': '[2026-03-10..]',
  'One day': '10 Mar 2026',
  'Any day of the month': 'May 2026',
  'Begins tomorrow': 'since 21 May 2026',
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  world = await newWorld()
  for (const [title, date] of Object.entries(DATES))
    await logEntry(world.owner, world.campaign, { title: `${title} spheres`, date })
})

afterAll(() => {
  vi.useRealTimers()
})

const bare = (titles: string[]) => titles.map((title) => title.replace(' spheres', '')).sort()

function found(asked: Record<string, string>): Promise<string[]> {
  return withViewer(world.owner, async (tx) => {
    const where = await filteredEntries(tx, world.owner, world.campaign.id, readFilter(asked))
    const rows = await tx.$queryRaw<{ title: string }[]>`select e.title from entry e where ${where}`
    return bare(rows.map(({ title }) => title))
  })
}

describe('what goes on', () => {
  it('is told from its date alike by the database and by the code', async () => {
    const rows = await withViewer(
      world.owner,
      (tx) => tx.$queryRaw<{ edtf: string; on: boolean }[]>`
        select e.edtf, ${GOES_ON} as on from entry e where e.campaign_id = ${world.campaign.id}::uuid`,
    )
    expect(rows.filter(({ on }) => on)).toHaveLength(2)
    for (const { edtf, on } of rows) expect(isOpenEnded(edtf)).toBe(on)
  })

  it('is found in every month from its beginning to today', async () => {
    expect(await found({ from: '2026-04', to: '2026-04' })).toEqual([
      'Ended yesterday',
      'Ends later',
      'Goes on',
    ])
    expect(await found({ from: '2026-05-20' })).toEqual([
      ...['Any day of the month', 'Begins tomorrow', 'Ends later', 'Goes on'],
    ])
    expect(await found({ from: '2026-05-21', to: '2026-05-21' })).not.toContain('Goes on')
    expect(await found({ to: '2026-02' })).toEqual([])
  })

  it('is found by a search between days', async () => {
    const titles = async (from: string, to: string) => {
      const { results } = await search(world.owner, 'spheres', { from, to })
      return bare(results.map(({ title }) => title.map(({ text }) => text).join('')))
    }
    expect(await titles('2026-04-01', '2026-04-30')).toContain('Goes on')
    expect(await titles('2026-05-20', '2026-05-20')).toContain('Goes on')
    expect(await titles('2026-05-21', '2026-05-30')).not.toContain('Goes on')
    expect(await titles('2026-04-01', '2026-04-30')).not.toContain('End not known')
  })

  it('stands in the calendar of each month and year, apart from what has one day', async () => {
    const asked = { campaignId: world.campaign.id, filter: noFilter }
    const april = await calendarMonth(world.owner, { ...asked, month: '2026-04' })
    expect(bare(april.inexact.map(({ title }) => title))).toEqual([
      ...['Ended yesterday', 'Ends later', 'Goes on'],
    ])
    const march = await calendarMonth(world.owner, { ...asked, month: '2026-03' })
    const onTheTenth = march.days.flatMap(({ entries }) => entries.map(({ title }) => title))
    expect(bare(onTheTenth)).toEqual(['End not known', 'One day', 'Or later'])
    expect(bare(march.inexact.map(({ title }) => title))).toContain('Goes on')
    const year = await calendarYear(world.owner, { ...asked, year: '2026' })
    expect(year.days).toEqual([{ day: '2026-03-10', count: 3 }])
    expect(year.inexactCount).toBe(5)
  })

  it('is drawn in the lanes up to today, with an open end', async () => {
    const from = dayNumber('2026-04-01')
    const span = { from, to: from + 14 }
    for (const level of [9, FIRST_HOURS]) {
      const { sheets, whole } = await readLanes(
        world.owner,
        { slug: world.campaign.slug, filter: noFilter, by: 'lane', skip: 0 },
        () => [{ ...span, level }],
      )
      expect(whole?.to).toBe(dayNumber('2026-06-30') + 1)
      const [entry] = (sheets[0]?.entries ?? []).filter(({ title }) => title.startsWith('Goes on'))
      expect(entry?.shape).toBe('ongoing')
      expect(entry?.last).toBe(dayNumber('2026-05-20') + 1)
    }
  })

  it('is found by the readers of a share', async () => {
    const reader = await readerOf(world.owner, world.campaign.id)
    const { page } = await readShared(reader, {
      ...{ order: 'oldest', after: null, limit: 20 },
      filter: readFilter({ from: '2026-04', to: '2026-04' }),
    })
    expect(bare(page.entries.map(({ title }) => title))).toContain('Goes on')
  })
})

describe('the list of what is on now', () => {
  it('is the same for the readers of a share, for the day that it is read', async () => {
    const reader = await readerOf(world.owner, world.campaign.id)
    const first = { order: 'newest', after: null, limit: 1 } as const
    const { onNow, page } = await readShared(reader, first)
    expect(bare(onNow.entries.map(({ title }) => title))).toEqual(['Ends later', 'Goes on'])
    expect(onNow.more).toBe(0)
    const second = await readShared(reader, { ...first, after: page.next })
    expect(second.onNow.entries).toEqual([])
    vi.setSystemTime(new Date('2026-07-10T06:00:00Z'))
    const july = await readShared(reader, first)
    vi.setSystemTime(NOW)
    expect(bare(july.onNow.entries.map(({ title }) => title))).toEqual([
      'Begins tomorrow',
      'Goes on',
    ])
  })

  it('is told from a date alike by the database and by the code', async () => {
    const rows = await withViewer(
      world.owner,
      (tx) => tx.$queryRaw<{ edtf: string; on: boolean }[]>`
        select e.edtf, ${onNowSql()} as on from entry e where e.campaign_id = ${world.campaign.id}::uuid`,
    )
    expect(rows).toHaveLength(Object.keys(DATES).length)
    for (const { edtf, on } of rows) expect([edtf, isOnAt(edtf, '2026-05-20')]).toEqual([edtf, on])
    // The middle of a year is some time in it.
    expect(isOnAt('2026-05~/2026-08~', '2026-05-20')).toBe(false)
  })

  it('has what began and has no end, or ends later, and nothing else', async () => {
    const { entries, more } = await listOnNow(world.owner, world.campaign.id)
    expect(bare(entries.map(({ title }) => title))).toEqual(['Ends later', 'Goes on'])
    expect(more).toBe(0)
  })

  it('begins with the last that began, and says how many more there are', async () => {
    const { entries, more } = await listOnNow(world.owner, world.campaign.id, 1)
    expect(entries).toHaveLength(1)
    expect(more).toBe(1)
  })
})
