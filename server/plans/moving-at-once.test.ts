import { beforeEach, expect, it } from 'vitest'
import { planMoveSchema } from '@/lib/schemas/plan'
import { useTestDatabase } from '../auth/test-support'
import { newWorld, TEST_DAY, type World } from '../testing/world'
import { movePlan, undoMove } from './move'
import { getPlan } from './queries'
import { move, planAction } from './test-support'

useTestDatabase()

let world: World
let id: string
beforeEach(async () => {
  world = await newWorld()
  id = (await planAction(world.owner, world.campaign, { place: 'The Spheres' })).id
})

/** The form that moves a plan, as it is opened now. */
async function opened() {
  const { moveVersion } = await getPlan(world.owner, id)
  return (date: string, place: string, version = moveVersion) =>
    movePlan(
      world.owner,
      id,
      planMoveSchema(TEST_DAY).parse({ date, place, version: String(version) }),
    )
}
const now = async () => {
  const { edtf, place, moves } = await getPlan(world.owner, id)
  return { edtf, place, moves: moves.length }
}

it('a move from an older page is refused with both places, and goes through once that was seen', async () => {
  const older = await opened()
  await move(world.editor, id, { date: '6 Mar 2026', place: 'City hall' })
  const late = older('7 Mar 2026', 'The Spheres')
  await expect(late).rejects.toMatchObject({
    version: 2,
    conflicts: [
      { field: 'date', yours: 'Sat 7 Mar 2026', theirs: 'Fri 6 Mar 2026' },
      { field: 'place', yours: 'The Spheres', theirs: 'City hall' },
    ],
  })
  expect(await now()).toEqual({ edtf: '2026-03-06', place: 'City hall', moves: 1 })
  await older('7 Mar 2026', 'City hall', 2)
  expect(await now()).toEqual({ edtf: '2026-03-07', place: 'City hall', moves: 2 })
})

it('a move from before another one was taken back is refused as well', async () => {
  await move(world.owner, id, { date: '6 Mar 2026', place: 'City hall' })
  const older = await opened()
  const [last] = (await getPlan(world.owner, id)).moves
  await undoMove(world.editor, id, last?.id ?? '')
  await expect(older('7 Mar 2026', 'City hall')).rejects.toMatchObject({ version: 3 })
  const newer = await opened()
  await newer('8 Mar 2026', 'City hall')
  expect(await now()).toEqual({ edtf: '2026-03-08', place: 'City hall', moves: 1 })
})

it('undoing pressed twice takes one move back', async () => {
  await move(world.owner, id, { date: '6 Mar 2026', place: 'City hall' })
  await move(world.owner, id, { date: '7 Mar 2026', place: 'City hall' })
  const [last] = (await getPlan(world.owner, id)).moves
  const pressed = [1, 2].map(() => undoMove(world.owner, id, last?.id ?? ''))
  const results = (await Promise.allSettled(pressed)).map((one) => one.status)
  expect(results.sort()).toEqual(['fulfilled', 'rejected'])
  expect(await now()).toEqual({ edtf: '2026-03-06', place: 'City hall', moves: 1 })
})
