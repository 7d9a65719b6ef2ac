import { expect, it } from 'vitest'
import { demandSchema, disputedStandingSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import { withViewer } from '../../db'
import { disputeStanding } from '../../demands/disputes'
import { updateDemand } from '../../demands/mutations'
import { getDemand } from '../../demands/queries'
import { assessAs, newDemand } from '../../demands/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { createShare } from '../links/mutations'
import { readShared } from '../reading/read'
import { readChangesSince } from './changes-since'

useTestDatabase()

const SINCE = '2026-02-01'
const LONG_AGO = new Date('2026-01-05T12:00:00Z')

async function recordWithDemand() {
  const { owner, campaign } = await newWorld()
  const demand = await newDemand(owner, campaign)
  const entry = await logEntry(owner, campaign, {
    demands: [{ demand: demand.id, relation: 'raises' }],
  })
  const meeting = await logEntry(owner, campaign, { kind: 'meeting', title: 'A meeting' })
  await withViewer(owner, async (tx) => {
    await tx.$executeRaw`update entry set created_at = ${LONG_AGO}`
    await tx.$executeRaw`update revision set at = ${LONG_AGO}`
    await tx.$executeRaw`update demand_version set created_at = ${LONG_AGO}`
  })
  const reader = async (choices: Record<string, unknown> = {}, more = {}) => {
    const terms = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
    const { url } = await createShare(owner, shareSchema.parse({ ...terms, ...more }))
    const found = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!found) throw new Error('The new link is not readable.')
    return found
  }
  const told = async (...terms: Parameters<typeof reader>) =>
    (await readChangesSince(await reader(...terms), SINCE)).besides
  const met = () =>
    assessAs(owner, {
      ...{ demand: demand.id, organization: demand.target('Ring'), entry: meeting.id },
      ...{ standing: 'met', date: '12 Feb 2026' },
    })
  return { owner, campaign, demand, entry, reader, told, met }
}

it('tells of statuses, disputes and wordings of the demands that a link shows', async () => {
  const { owner, campaign, demand, told, met } = await recordWithDemand()
  expect(await told()).toEqual([])
  await met()
  const [assessment] = (await getDemand(owner, campaign.slug, demand.number)).assessments
  const dispute = { assessment: assessment?.id, reason: 'Not yet', saidBy: 'Ring' }
  await disputeStanding(owner, disputedStandingSchema.parse(dispute))
  const wording = { wording: 'End it now.', targets: 'Amazon; Ring', version: demand.version }
  await updateDemand(owner, demand.id, demandSchema.parse(wording))
  const changes = (await told()).map(({ what }) => what).sort()
  expect(changes).toEqual(['dispute', 'status', 'wording'])
  expect(await told()).toContainEqual(
    expect.objectContaining({ what: 'status', number: 1, name: 'Ring', standing: 'met' }),
  )
  expect((await told({}, { scope: 'ledger' })).map(({ what }) => what)).toContain('status')
  // Only the meeting, which touches no demand.
  expect(await told({}, { scope: 'filter', filter: 'kind=meeting' })).toEqual([])
  expect(await told({ fields: ['summary'] })).toEqual([])
  const wordings = (await told({ fields: ['demands'] })).map(({ what }) => what)
  expect(wordings).toEqual(['wording'])
})

it('dates what is shown by a status whose evidence is kept back, and by nothing that is not shown', async () => {
  const { met, reader } = await recordWithDemand()
  const window = { order: 'newest', after: null, limit: 1 } as const
  const actions = await reader({ lanes: ['action'] })
  const withoutDemands = await reader({ lanes: ['action'], fields: ['summary'] })
  const moments = async () =>
    Promise.all(
      [actions, withoutDemands].map(async (one) => (await readShared(one, window)).updatedAt),
    )
  const before = await moments()
  await met()
  const after = await moments()
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
})
