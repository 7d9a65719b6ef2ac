import { beforeAll, describe, expect, it } from 'vitest'
import { noFilter } from '@/lib/timeline/filters'
import { boxOf, placeIn, viewOf, wholeWorld } from '@/lib/timeline/map/view'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld, type World } from '../../testing/world'
import { drawMap, mapSizes, marksIn, viewsOf } from './draw'
import { listUnplaced, mapExtent, mapMarks } from './read'

useTestDatabase()

let world: World
const spheres = {
  ...{ place: 'Amazon Spheres, Seattle', latitude: '47.6155', longitude: '-122.3394' },
  town: '5809844',
}
const states = { west: -125, south: 24, east: -66, north: 50 }

beforeAll(async () => {
  world = await newWorld()
  for (const kind of ['rally', 'rally', 'statement'] as const)
    await logEntry(world.owner, world.campaign, { kind, ...spheres })
  for (let day = 1; day <= 43; day += 1) {
    const date = `2025-0${day > 28 ? 2 : 1}-${String(day > 28 ? day - 28 : day).padStart(2, '0')}`
    await logEntry(world.owner, world.campaign, { date, place: 'Somewhere' })
  }
})

const here = () => ({ campaignId: world.campaign.id, filter: noFilter })

describe('the marks of a map', () => {
  it('count the entries of each lane', async () => {
    const [mark] = await mapMarks(world.owner, { ...here(), box: wholeWorld })
    expect(mark).toMatchObject({ count: 3, lanes: { action: 2, response: 1 } })
    expect(Object.keys(mark?.lanes ?? {})).toHaveLength(2)
  })

  it('lie in the middle of a small screen and of a large one', async () => {
    const { box } = await mapExtent(world.owner, here())
    const views = viewsOf(box ?? wholeWorld)
    const found = await mapMarks(world.owner, { ...here(), box: boxOf(views.phone) })
    for (const screen of ['desk', 'phone'] as const) {
      const [mark] = marksIn(views[screen], mapSizes[screen], found)
      expect(mark?.x).toBeCloseTo(mapSizes[screen].width / 2, 0)
      expect(mark?.y).toBeCloseTo(mapSizes[screen].height / 2, 0)
    }
  })
})

describe('a drawn map', () => {
  it.each(['desk', 'phone'] as const)('names states and towns (%s)', async (screen) => {
    const size = mapSizes[screen]
    const washington = { west: -125, south: 45, east: -116, north: 50 }
    const near = await drawMap(viewOf(washington, size), size, [])
    const names = (map: typeof near, sort: string) =>
      map.names.filter((name) => name.sort === sort).map(({ name }) => name)
    expect(names(near, 'town')).toContain('Seattle')
    const far = await drawMap(viewOf(states, size), size, [])
    expect(names(far, 'state')).toContain('Texas')
    expect(names(far, 'country')).toContain('Mexico')
    expect(names(far, 'country')).not.toContain('United States of America')
    expect(far.states).not.toBe('')
  })

  it('draws borders where its marks lie', async () => {
    const size = mapSizes.desk
    const view = viewOf(states, size)
    const { land } = await drawMap(view, size, [])
    // The south end of Florida, within a line's width.
    const { x, y } = placeIn(view, size, { longitude: -80.9, latitude: 25.15 })
    const points = [...land.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, a, b]) => [
      Number(a),
      Number(b),
    ])
    expect(points.some(([a = 0, b = 0]) => Math.hypot(a - x, b - y) < 6)).toBe(true)
  })
})

describe('what is not on the map', () => {
  it('is listed page by page, each entry once', async () => {
    const { placed, all } = await mapExtent(world.owner, here())
    const first = await listUnplaced(world.owner, { ...here(), after: null })
    expect(first.entries).toHaveLength(40)
    expect(first.entries[0]?.firstDay).toBe('2025-02-15')
    const second = await listUnplaced(world.owner, { ...here(), after: first.next })
    const ids = [...first.entries, ...second.entries].map(({ id }) => id)
    expect(new Set(ids).size).toBe(all - placed)
    expect(ids).toHaveLength(all - placed)
    expect(second.next).toBeNull()
  })

  it('goes with the filter', async () => {
    const filter = { ...noFilter, from: '2025-02-01', to: '2025-02-02' }
    const { entries } = await listUnplaced(world.owner, { ...here(), filter, after: null })
    expect(entries.map(({ firstDay }) => firstDay)).toEqual(['2025-02-02', '2025-02-01'])
  })
})
