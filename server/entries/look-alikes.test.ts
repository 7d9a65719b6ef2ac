import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newWorld, type World } from '../testing/world'
import { findLookAlikes } from './look-alikes'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

const like = (title: string, edited?: string) =>
  findLookAlikes(
    world.owner,
    world.campaign.slug,
    { kind: 'rally', title, place: '', firstDay: '2026-02-13', lastDay: '2026-02-13' },
    edited,
  )

it('an entry that is edited looks like others, but not like itself', async () => {
  const title = 'Vigil for the night shift'
  const first = await logEntry(world.owner, world.campaign, { title })
  const again = await logEntry(world.owner, world.campaign, { title: `${title} again` })
  expect((await like(title)).map(({ id }) => id).sort()).toEqual([first.id, again.id].sort())
  expect(await like(title, first.id)).toMatchObject([{ id: again.id }])
})

it('what is linked to an entry is known to be another one, at both ends', async () => {
  const title = 'Walk past the offices'
  const one = await logEntry(world.owner, world.campaign, { title })
  const links = [{ relation: 'follows', entryId: one.id, entry: title }]
  const next = await logEntry(world.owner, world.campaign, { title: `${title} again`, links })
  expect(await like(title, one.id)).toEqual([])
  expect(await like(title, next.id)).toEqual([])
  expect(await like(title)).toHaveLength(2)
})
