import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { noFilter, readFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { mapExtent } from '../map/read'
import { filteredEntries } from './where'

useTestDatabase()

let world: World

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00Z') })
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    ...{ place: 'Amazon Spheres, Seattle', latitude: '47.6157', longitude: '-122.3393' },
    placeHiddenUntil: '4 Mar 2026 17:00',
  })
})

afterAll(() => {
  vi.useRealTimers()
})

const placed = async () =>
  (await mapExtent(world.reader, { campaignId: world.campaign.id, filter: noFilter })).placed

const inSeattle = () =>
  withViewer(world.reader, async (tx) => {
    const filter = readFilter({ place: 'Seattle' })
    const where = await filteredEntries(tx, world.reader, world.campaign.id, filter)
    return (await tx.$queryRaw<{ id: string }[]>`select e.id from entry e where ${where}`).length
  })

it('hides a place from readers of a share until its hour by the app’s clock', async () => {
  expect([await placed(), await inSeattle()]).toEqual([0, 0])
  vi.setSystemTime(new Date('2026-03-05T12:00:00Z'))
  expect([await placed(), await inSeattle()]).toEqual([1, 1])
})
