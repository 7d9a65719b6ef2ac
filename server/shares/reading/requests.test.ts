import { beforeAll, describe, expect, it } from 'vitest'
import { inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { listInquiries, recordOutcome } from '../../demands/inquiries'
import { logEntry, newCampaignFor, newWorld, TEST_DAY, type World } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readShared } from './read'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const names = ['Amazon', 'AWS', 'Ring']
const inquiry = {
  askedBy: 'A paper',
  recipients: names.map((name) => ({ name, outcome: 'waiting' as const })),
}

/** A campaign in which three were asked, and one of them answered, as an entry of this kind and status tells. */
async function asked(answer: { kind: 'statement' | 'meeting'; status?: 'draft' } | null) {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  await logEntry(owner, campaign, { kind: 'no_reply', title: 'Asked', inquiry })
  if (answer) {
    const { id: entry } = await logEntry(owner, campaign, { title: 'Answered', ...answer })
    const [out] = (await listInquiries(owner, campaign.slug)).inquiries
    const organization = out?.recipients.find(({ name }) => name === 'Ring')?.id
    await recordOutcome(
      owner,
      inquiryOutcomeSchema(TEST_DAY).parse({
        ...{ inquiry: out?.id, organization, outcome: 'answered', date: '20 Feb 2026', entry },
      }),
    )
  }
  return campaign
}

async function through(campaign: World['campaign'], more: Record<string, string> = {}) {
  const input = shareSchema.parse({ campaign: campaign.id, lens: 'press', ...more })
  const { url } = await createShare(world.owner, input)
  const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!reader) throw new Error('The new link is not readable.')
  const { requests } = await readShared(reader, { order: 'newest', after: null, limit: 10 })
  return requests
}

describe('the requests that a link counts', () => {
  it('are those that its entries tell of, with how many are unanswered', async () => {
    expect(await through(await asked(null))).toEqual({
      ...{ asked: 3, unanswered: 3, kinds: ['no_reply'] },
    })
    expect(await through(await asked({ kind: 'statement' }))).toMatchObject({ unanswered: 2 })
  })

  it('are none where the record knows of an answer that the link does not show', async () => {
    expect(await through(await asked({ kind: 'statement', status: 'draft' }))).toBeNull()
    const met = await asked({ kind: 'meeting' })
    expect(await through(met)).toBeNull()
    expect(await through(met, { lens: 'ally' })).toMatchObject({ unanswered: 2 })
  })

  it('are none where the record knows of a request that the link does not show', async () => {
    const campaign = await asked(null)
    await logEntry(world.owner, campaign, {
      ...{ kind: 'no_reply', title: 'Asked again', status: 'draft', inquiry },
    })
    expect(await through(campaign)).toBeNull()
  })

  it('are none in a link to a part, or where inquiries are left out', async () => {
    const campaign = await asked(null)
    expect(await through(campaign, { scope: 'filter', filter: 'kind=no_reply' })).toBeNull()
    expect(await through(campaign, { choices: '{"fields":["summary"]}' })).toBeNull()
    expect(await through(await newCampaignFor(world.owner))).toBeNull()
  })
})
