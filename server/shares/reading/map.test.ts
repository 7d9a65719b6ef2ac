import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { MapMark } from '@/lib/timeline/map/marks'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { logEntry, newCampaignFor, newWorld, type World } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readSharedMap } from './map'
import { readShared } from './read'

useTestDatabase()

const spheres = {
  ...{ place: 'Amazon Spheres, Seattle', latitude: '47.6155', longitude: '-122.3394' },
  town: '5809844',
}
const gate = { ...spheres, place: 'Gate 5, Seattle', latitude: '47.5801', longitude: '-122.4' }
const depot = { place: 'A depot', latitude: '40.7128', longitude: '-74.006' }

let world: World
beforeAll(async () => {
  world = await newWorld()
})

async function campaignWith(...entries: Record<string, string>[]) {
  const campaign = await newCampaignFor(world.owner)
  for (const entry of entries) await logEntry(world.owner, campaign, entry)
  return campaign
}

async function through(campaign: World['campaign'], more: Record<string, string> = {}) {
  const input = shareSchema.parse({ campaign: campaign.id, lens: 'press', ...more })
  const { url } = await createShare(world.owner, input)
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  const { map: offered } = await readShared(reader, { order: 'newest', after: null, limit: 1 })
  const map = await readSharedMap(reader).then(
    (page) => page.map,
    () => null,
  )
  // What the page of the link offers is there, and what it does not offer is not.
  expect(map !== null).toBe(offered)
  return map
}

const at = ({ title, longitude, latitude }: MapMark) => ({
  ...{ title, longitude: longitude.toFixed(3), latitude: latitude.toFixed(3) },
})

describe('the map of a link', () => {
  it('has the entries whose place its readers may know, and no other', async () => {
    const campaign = await campaignWith(
      { title: 'Rally', ...spheres },
      { title: 'Strike', ...depot },
      {
        title: 'Secret',
        place: 'Safe house',
        latitude: '10',
        longitude: '10',
        placePrecision: 'hidden',
      },
      {
        ...{ title: 'Soon', place: 'Later', latitude: '11', longitude: '11' },
        placeHiddenUntil: '2100-01-01T09:00',
      },
      { title: 'Draft', place: 'Desk', latitude: '12', longitude: '12', status: 'draft' },
      { title: 'Nowhere' },
    )
    const map = await through(campaign)
    expect(map?.desk.marks.map(({ title }) => title).sort()).toEqual(['Rally', 'Strike'])
    expect(map?.count).toBe(2)
    expect(JSON.stringify(map)).not.toMatch(/Secret|Safe house|Soon|Later|Draft|Desk|Nowhere/)
    // The view lies around what is shown, so that a hidden place moves nothing.
    const shown = await campaignWith({ title: 'Rally', ...spheres }, { title: 'Strike', ...depot })
    expect((await through(shown))?.desk.land).toBe(map?.desk.land)
  })

  it('says no more of a place than its town, where no more may be known', async () => {
    const campaign = await campaignWith(
      { title: 'Rally', ...spheres, placePrecision: 'town' },
      { title: 'Strike', ...depot },
    )
    const [rally] =
      (await through(campaign))?.desk.marks.filter(({ title }) => title === 'Rally') ?? []
    expect(rally && at(rally)).toEqual({
      title: 'Rally',
      longitude: '-122.332',
      latitude: '47.606',
    })
    expect(rally?.place).toBe('Seattle')
  })

  it('is none where there are not two places to know', async () => {
    const town = await campaignWith({ title: 'Rally', ...spheres }, { title: 'Picket', ...gate })
    expect((await through(town))?.count).toBe(2)
    // In one town they are at one place.
    expect(await through(town, { choices: '{"places":"town"}' })).toBeNull()
    expect(await through(town, { choices: '{"places":"none"}' })).toBeNull()
    expect(await through(town, { lens: 'public' })).toBeNull()
    expect(await through(town, { scope: 'ledger' })).toBeNull()
    expect(await through(await campaignWith({ title: 'Rally', ...spheres }))).toBeNull()
  })

  it('is none of two places that are rounded to one', async () => {
    const near = { place: 'A farm, Aston', latitude: '52', placePrecision: 'town' }
    const campaign = await campaignWith(
      { title: 'Rally', ...near, longitude: '-0.25' },
      { title: 'Picket', ...near, longitude: '-0.2' },
    )
    expect(await through(campaign)).toBeNull()
  })

  it('lists what is at a place, the newest first', async () => {
    const days = Array.from({ length: 10 }, (_, day) => `${day + 1} Feb 2026`)
    const campaign = await campaignWith(
      ...days.map((date) => ({ title: `On ${date}`, date, ...spheres })),
      { title: 'Strike', ...depot },
    )
    const map = await through(campaign)
    expect(map?.desk.marks.map(({ count }) => count)).toEqual([10, 1])
    const [first] = map?.places ?? []
    expect(first).toMatchObject({ place: 'Amazon Spheres, Seattle', count: 10 })
    expect(first?.id).toBe(map?.desk.marks[0]?.id)
    expect(first?.entries.map(({ title }) => title).slice(0, 2)).toEqual([
      'On 10 Feb 2026',
      'On 9 Feb 2026',
    ])
    expect(first?.entries).toHaveLength(8)
  })
})
