import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import { createOrganization } from '../organizations/mutations'
import { listOrganizations } from '../organizations/queries'
import { organizationSchema } from '@/lib/schemas/campaign'
import { logEntry, newCampaignFor, newWorld, type World } from '../testing/world'
import { findMergeable } from './candidates'
import { previewMerge } from './preview'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

it('offers entries of the same campaign alone, with their date, place and campaign', async () => {
  const { owner, campaign } = world
  const other = await newCampaignFor(owner)
  const log = (where: typeof campaign, title: string) =>
    logEntry(owner, where, { title, date: '13 Feb 2026', place: 'Seattle' })
  const { id: survivorId } = await log(campaign, 'Vigil at the gate')
  const { id: same } = await log(campaign, 'Vigil at the gates')
  const { id: elsewhere } = await log(other, 'Vigil at the gate')
  const asked = { survivorId, q: 'vigil gate', campaignId: campaign.id }
  const found = await findMergeable(owner, 'entry', asked)
  expect(found).toMatchObject(
    [{ id: same, name: 'Vigil at the gates', note: '13 Feb 2026, Seattle' }].map((one) => ({
      ...one,
      campaigns: [expect.stringMatching(/^Campaign /) as string],
    })),
  )
  await expect(previewMerge(owner, 'entry', survivorId, elsewhere)).rejects.toMatchObject({
    code: 'invalid',
    message:
      'These two entries are in different campaigns, so they cannot be merged. Link one to the other instead.',
  })
})

it('does not offer an organization that stands above the survivor one, and says why', async () => {
  const { owner } = world
  const make = (name: string, parent = '') =>
    createOrganization(owner, organizationSchema.parse({ name, kind: 'company', parent }))
  await make('Umbrella Works')
  await make('Umbrella Middle', 'Umbrella Works')
  await make('Umbrella Below', 'Umbrella Middle')
  const all = await listOrganizations(owner)
  const idOf = (name: string) => all.find((one) => one.name === name)?.id ?? ''
  const found = await findMergeable(owner, 'organization', {
    ...{ survivorId: idOf('Umbrella Below'), q: 'umbrella' },
  })
  expect(found.map(({ name }) => name)).toEqual(['Umbrella Middle'])
  await expect(
    previewMerge(owner, 'organization', idOf('Umbrella Below'), idOf('Umbrella Works')),
  ).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('is below') as string,
  })
})
