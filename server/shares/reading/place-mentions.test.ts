import { expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { demandSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { withViewer } from '../../db'
import { createDemand } from '../../demands/mutations'
import { logEntry, newWorld } from '../../testing/world'
import { freezeShare } from '../editions/editions'
import { revokeShare } from '../links/ending'
import { createShare } from '../links/mutations'
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

it('reads what editions of live links hold in older words, of the same entries', async () => {
  const { owner, campaign } = await newWorld()
  const vigil = { place: PLACE }
  const { id } = await logEntry(owner, campaign, {
    title: 'A vigil',
    summary: `At the ${PLACE}`,
    ...vigil,
  })
  const link = { campaign: campaign.id, lens: 'member', label: 'For the press' }
  const { id: share } = await createShare(owner, shareSchema.parse(link))
  await freezeShare(owner, { share })
  await withViewer(owner, (tx) =>
    tx.entry.updateMany({ where: { id }, data: { summary: 'By night', placePrecision: 'hidden' } }),
  )
  const { mentions, count } = await listPlaceMentions(owner, campaign.id)
  expect([count, mentions[0]]).toMatchObject([
    1,
    {
      word: PLACE,
      within: { id, title: 'A vigil', edition: { number: 1, link: 'For the press' } },
    },
  ])
  await revokeShare(owner, share)
  expect((await listPlaceMentions(owner, campaign.id)).count).toBe(0)
})

it('reads what is said of the whole campaign, for the place of any entry', async () => {
  const { owner, campaign } = await newWorld()
  await logEntry(owner, campaign, { title: 'A vigil', place: PLACE, placePrecision: 'hidden' })
  await withViewer(owner, (tx) =>
    tx.campaign.updateMany({ where: { id: campaign.id }, data: { summary: `Close ${PLACE}` } }),
  )
  const { mentions } = await listPlaceMentions(owner, campaign.id)
  expect(mentions).toMatchObject([{ word: PLACE, within: { id: null, edition: null } }])
})
