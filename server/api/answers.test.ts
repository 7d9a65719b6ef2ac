import { expect, it } from 'vitest'
import { openApiToken } from '../auth/api-caller'
import { useTestDatabase } from '../auth/test-support'
import { restrictCampaign } from '../campaigns/restriction'
import { newCampaignFor, newWorld } from '../testing/world'
import { claimKey, keepAnswer } from './answers'
import { programOf } from './test-support'

useTestDatabase()

const answer = { status: 200, headers: [], body: 'told of the campaign' }

async function keyedRequest() {
  const world = await newWorld()
  const { token } = await programOf(world.editor)
  const viewer = (await openApiToken(`Bearer ${token}`, new Date()))?.viewer
  if (!viewer) throw new Error('The token opens nothing.')
  return { world, request: { viewer, key: 'k', asked: 'GET' } }
}

const close = (world: Awaited<ReturnType<typeof newWorld>>, id: string) =>
  restrictCampaign(world.owner, id, { who: 'members', members: [] })

it('an answer is not given again of a campaign that was restricted while it was made', async () => {
  const { world, request } = await keyedRequest()
  expect(await claimKey(request, new Date())).toEqual({ is: 'new' })
  await close(world, world.campaign.id)
  await keepAnswer(request, answer)
  expect(await claimKey(request, new Date())).toEqual({ is: 'lapsed' })
})

it('nor of one that was opened while it was made, and closed again', async () => {
  const { world, request } = await keyedRequest()
  const { id } = await newCampaignFor(world.owner)
  await close(world, id)
  await claimKey(request, new Date())
  await restrictCampaign(world.owner, id, { who: 'everyone', members: [] })
  await keepAnswer(request, answer)
  expect(await claimKey(request, new Date())).toEqual({ is: 'answered', answer })
  await close(world, id)
  expect(await claimKey(request, new Date())).toEqual({ is: 'lapsed' })
})

it('of two at the same moment one is worked on', async () => {
  const { request } = await keyedRequest()
  const claims = await Promise.all([1, 2, 3, 4].map(() => claimKey(request, new Date())))
  expect(claims.map(({ is }) => is).sort()).toEqual(['new', 'open', 'open', 'open'])
})
