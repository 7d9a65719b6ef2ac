import { expect, it } from 'vitest'
import { disputedStandingSchema } from '@/lib/schemas/demand'
import { useTestDatabase } from '../../auth/test-support'
import { disputeStanding, takeBackDispute } from '../../demands/disputes'
import { getDemand } from '../../demands/queries'
import { assessAs, newDemand } from '../../demands/test-support'
import { logEntry, newWorld } from '../../testing/world'
import { readShared } from './read'

useTestDatabase()

it('never goes back when a dispute is taken back and put back', async () => {
  const { owner, campaign, reader } = await newWorld()
  const demand = await newDemand(owner, campaign)
  const entry = await logEntry(owner, campaign, {
    demands: [{ demand: demand.id, relation: 'raises' }],
  })
  await assessAs(owner, {
    ...{ demand: demand.id, organization: demand.target('Ring'), entry: entry.id },
    ...{ standing: 'met', date: '12 Feb 2026' },
  })
  const standing = async () =>
    (await getDemand(owner, campaign.slug, demand.number)).assessments[0] ?? {
      id: '',
      disputes: [],
    }
  const dispute = { assessment: (await standing()).id, reason: 'Not yet', saidBy: 'Ring' }
  await disputeStanding(owner, disputedStandingSchema.parse(dispute))
  const id = (await standing()).disputes[0]?.id ?? ''
  const moments: string[] = []
  const look = async () => {
    const window = { order: 'newest', after: null, limit: 1 } as const
    moments.push((await readShared(reader, window)).updatedAt)
  }
  await look()
  for (const takenBack of [true, false, true]) {
    await takeBackDispute(owner, id, takenBack)
    await look()
  }
  expect(moments).toEqual([...new Set(moments)].sort())
})
