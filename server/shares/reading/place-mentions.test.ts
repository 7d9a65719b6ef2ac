import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { demandSchema } from '@/lib/schemas/demand'
import { createDemand } from '../../demands/mutations'
import { logEntry, newWorld } from '../../testing/world'
import { listPlaceMentions } from './place-mentions'

useTestDatabase()

const PLACE = 'Tacoma Northwest Detention Center'

it('points out each text that holds the words of a place that its entry hides', async () => {
  const { owner, campaign } = await newWorld()
  const log = (fields: Record<string, unknown>) => logEntry(owner, campaign, fields)
  const hidden = await log({
    title: `Vigil at the ${PLACE}`,
    summary: 'People from Tacoma came by bus.',
    place: PLACE,
    placePrecision: 'hidden',
    citations: [{ title: 'A night outside the detention gates', exact: 'They stayed until dawn.' }],
  })
  await log({ title: `Rally at the ${PLACE}`, place: PLACE })
  await log({
    title: `Draft at the ${PLACE}`,
    place: PLACE,
    placePrecision: 'hidden',
    status: 'draft',
  })
  await log({ title: 'Nothing of it', place: PLACE, placePrecision: 'hidden' })
  const { mentions, count } = await listPlaceMentions(owner, campaign.id)
  expect(count).toBe(3)
  expect(mentions.every(({ within }) => within.id === hidden.id)).toBe(true)
  expect(mentions.map(({ before, word }) => [before, word])).toEqual(
    expect.arrayContaining([
      ['Vigil at the ', PLACE],
      ['People from ', 'Tacoma'],
      ['A night outside the ', 'detention'],
    ]),
  )
  expect((await listPlaceMentions(owner, campaign.id, hidden.id)).count).toBe(3)
})

it('leaves out what readers see of a place of which the town alone is shown', async () => {
  const { owner, campaign } = await newWorld()
  const place = { place: 'Amazon Spheres, Tacoma', placePrecision: 'town' }
  await logEntry(owner, campaign, { title: 'Rally in Tacoma', ...place })
  await logEntry(owner, campaign, { title: 'Rally at the Spheres', ...place })
  const { mentions } = await listPlaceMentions(owner, campaign.id)
  expect(mentions.map(({ word }) => word)).toEqual(['Spheres'])
})

it('reads demands that no published entry touches, for the place of any entry', async () => {
  const { owner, campaign } = await newWorld()
  await logEntry(owner, campaign, { title: 'A vigil', place: PLACE, placePrecision: 'hidden' })
  await createDemand(
    owner,
    campaign.slug,
    demandSchema.parse({ wording: `Close the ${PLACE}`, targets: 'GEO Group' }),
  )
  const { mentions, count } = await listPlaceMentions(owner, campaign.id)
  expect(count).toBe(1)
  expect(mentions[0]).toMatchObject({ word: PLACE, within: { demand: 1 } })
})
