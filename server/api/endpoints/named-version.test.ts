import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { newTarget, type Target } from '../../testing/target'
import { logEntry, newCampaignFor } from '../../testing/world'
import { addressOf, placesOf, type Places } from '../addresses-test-support'
import { programOf } from '../test-support'
import { endpoints } from './index'

useTestDatabase()

let target: Target
let places: Places

beforeAll(async () => {
  target = await newTarget()
  places = await placesOf(target)
})

it.each(endpoints.filter(({ ifMatch }) => ifMatch).map((one) => [one.name, one] as const))(
  '%s changes nothing for who names a version that is not there',
  async (name, endpoint) => {
    const { owner } = target
    const program = await programOf(owner)
    const events = () => withViewer(owner, (tx) => tx.auditEvent.count())
    const before = await events()
    for (const version of ['"7"', '"of somebody else"']) {
      const { status } = await program.ask(addressOf(endpoint, target, places), {
        ...{ method: endpoint.method, headers: { 'if-match': version } },
        ...(endpoint.body && { body: name === 'reviewEntry' ? { decision: 'publish' } : {} }),
      })
      expect(status).toBe(412)
    }
    expect(await events()).toBe(before)
  },
)

it('an entry comes back from the trash by the address of its own campaign alone', async () => {
  const { owner, campaign } = target
  const program = await programOf(owner)
  const { id } = await logEntry(owner, campaign)
  const { slug: other } = await newCampaignFor(owner)
  const at = (slug: string) => `/campaigns/${slug}/entries/${id}`
  const restored = async (slug: string) =>
    (await program.ask(`${at(slug)}/restore`, { method: 'POST' })).status
  expect((await program.ask(at(campaign.slug), { method: 'DELETE' })).status).toBe(200)
  expect(await restored(other)).toBe(404)
  // It was there still, not brought back already.
  expect(await restored(campaign.slug)).toBe(200)
  expect(await restored(campaign.slug)).toBe(404)
})
