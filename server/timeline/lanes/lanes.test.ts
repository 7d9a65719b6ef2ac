import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { edgeEntries } from '@/bench/timeline/edges'
import { generateEntries } from '@/bench/timeline/generate'
import type { BenchEntry } from '@/bench/timeline/row'
import { benchCampaign, writeEntries } from '@/bench/timeline/write'
import { dayNumber } from '@/lib/dates/calendar'
import { noFilter, readFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { countInView } from '@/lib/timeline/lanes/in-view'
import { levelFor, levels, type Span } from '@/lib/timeline/lanes/levels'
import type { Rowing, Sheet } from '@/lib/timeline/lanes/sheet'
import { readWindow, wholeWindow } from '@/lib/timeline/lanes/window'
import { newOwner, useTestDatabase } from '../../auth/test-support'
import type { Viewer } from '../../auth/viewer'
import { systemViewer } from '../../auth/viewers'
import { addSample } from '../../sample/founding-record'
import { readLanes } from './read'

useTestDatabase()

let viewer: Viewer
let founding: string
const campaigns: Record<string, BenchEntry[]> = {
  many: generateEntries(1_500),
  edges: edgeEntries(),
}

beforeAll(async () => {
  const { workspaceId } = await newOwner()
  viewer = systemViewer(workspaceId)
  ;({ slug: founding } = await addSample(viewer))
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  for (const [slug, entries] of Object.entries(campaigns))
    await writeEntries(client, await benchCampaign(client, workspaceId, slug, slug), entries)
  await client.end()
})

type Asked = { slug: string; window?: string; by?: Rowing; filter?: TimelineFilter; most?: number }

async function sheetOf({ slug, window, by = 'lane', filter = noFilter, most = 34 }: Asked) {
  let view: Span = { from: 0, to: 1 }
  const answer = await readLanes(viewer, { slug, filter, by, skip: 0 }, (whole) => {
    view = readWindow(window ?? null) ?? wholeWindow(whole ?? view)
    return [{ ...view, level: levelFor(view.to - view.from, most) }]
  })
  const [sheet] = answer.sheets
  if (!sheet) throw new Error('No sheet')
  return { ...answer, sheet, view }
}

function titlesIn(sheet: Sheet): string[] {
  return sheet.entries.map(({ title }) => title)
}

describe('the lanes', () => {
  it('show each entry once, at every zoom', async () => {
    for (const window of [undefined, '2018..2020', '2021-05', '2021-05-03..2021-05-09']) {
      const { sheet, view } = await sheetOf({ slug: 'many', ...(window && { window }) })
      const days = campaigns.many?.filter(({ edtf }) => {
        const whole = readWindow(edtf.replace('~', '')) ?? view
        return whole.from < view.to && whole.to > view.from
      })
      expect(countInView(sheet, view)).toBe(days?.length)
    }
  })

  it('hold few marks, however many entries there are', async () => {
    const { sheet } = await sheetOf({ slug: 'many' })
    expect(sheet.gathered.length + sheet.entries.length).toBeLessThan(400)
    expect(sheet.most).toBeGreaterThan(10)
  })

  it('keep to the filter', async () => {
    const filter = readFilter({ lane: 'response' })
    const { sheet, view } = await sheetOf({ slug: 'many', filter })
    expect(sheet.rows.filter(({ lane }) => lane !== 'demand').map(({ key }) => key)).toEqual([
      'response',
    ])
    expect(countInView(sheet, view)).toBeLessThan(1_500)
  })

  it('have rows by organization, person, demand and place, the fullest first, and one for the rest', async () => {
    for (const by of ['organization', 'person', 'demand', 'place'] as const) {
      const { rows } = (await sheetOf({ slug: 'many', by })).sheet
      const totals = rows.filter(({ key }) => key !== '').map(({ total }) => total)
      expect(totals).toEqual([...totals].sort((a, b) => b - a))
      expect(rows.every(({ label }) => label !== '')).toBe(true)
    }
    const { sheet, view } = await sheetOf({ slug: 'many', by: 'person' })
    expect(sheet.rows.at(-1)?.label).toBe('No person')
    // Each entry has at most one speaker here, so the rows together hold all.
    expect(countInView(sheet, view)).toBe(1_500)
  })

  it('tell of every row that there is', async () => {
    const { rows, sheet } = await sheetOf({ slug: 'many', by: 'place' })
    expect(rows.all).toBeGreaterThan(sheet.rows.length)
    const next = await readLanes(
      viewer,
      { slug: 'many', filter: noFilter, by: 'place', skip: 12 },
      () => [],
    )
    expect(next.rows).toMatchObject({ skip: 12, all: rows.all })
  })
})

describe('dates at the edges', () => {
  it('reach from 1804 over decades', async () => {
    const { whole, sheet, view } = await sheetOf({ slug: 'edges' })
    expect(whole?.from).toBe(dayNumber('1804-01-01'))
    expect(countInView(sheet, view)).toBe(campaigns.edges?.length)
    expect(titlesIn(sheet)).toContain('Lasts for decades')
  })

  it('show what may be any day of a year on each of its days', async () => {
    for (const window of ['2026-07-01..2026-07-20', '2026-02-13T1000..2026-02-13T1800']) {
      const { sheet } = await sheetOf({ slug: 'edges', window })
      expect(titlesIn(sheet)).toContain('May be any day of 2026')
    }
    expect(titlesIn((await sheetOf({ slug: 'edges', window: '2026-12' })).sheet)).toEqual([
      'May be any day of 2026',
    ])
  })

  it('gather a day of 300 into one mark that leads to its story', async () => {
    const { sheet } = await sheetOf({ slug: 'edges', window: '2019-03' })
    expect(sheet.gathered).toMatchObject([
      { count: 300, parts: false, from: dayNumber('2019-03-05') },
    ])
    const near = await sheetOf({ slug: 'edges', window: '2019-03-05T0800..2019-03-05T1200' })
    expect(near.sheet.gathered).toMatchObject([{ count: 300 }])
  })

  it('gather one minute of 40, and offer to go nearer until there is nothing to tell apart', async () => {
    const day = await sheetOf({ slug: 'edges', window: '2020-06' })
    expect(day.sheet.gathered).toMatchObject([{ count: 40, parts: true }])
    const { sheet } = await sheetOf({ slug: 'edges', window: '2020-06-01T1215..2020-06-01T1245' })
    expect(sheet.level).toBe(levels.length - 1)
    expect(sheet.gathered).toMatchObject([{ count: 40, parts: false }])
  })

  it('stand at their hour on the day when clocks change', async () => {
    const { sheet } = await sheetOf({ slug: 'edges', window: '2026-03-08T0000..2026-03-08T1200' })
    const hours = sheet.entries
      .filter(({ timed }) => timed)
      .map(({ first, title }) => [title, Math.round((first - dayNumber('2026-03-08')) * 1_440)])
    expect(hours).toEqual([
      ['Before the clocks change', 90],
      ['After the clocks change', 210],
    ])
  })
})

describe('the founding record', () => {
  it('draws its demands as threads, those without an answer until today', async () => {
    const { sheet, today } = await sheetOf({ slug: founding })
    const threads = sheet.rows.filter(({ lane }) => lane === 'demand')
    expect(threads).toHaveLength(4)
    const raised = dayNumber('2026-02-13')
    expect(threads.every(({ line }) => line?.raised === raised && line.settled === null)).toBe(true)
    expect(threads.filter(({ line }) => line?.answered !== null)).toHaveLength(1)
    expect(today).toBeGreaterThan(raised)
  })

  it('draws what happened by a day as open to what was before', async () => {
    const { sheet } = await sheetOf({ slug: founding })
    expect(new Set(sheet.entries.map(({ shape }) => shape))).toContain('before')
  })
})
