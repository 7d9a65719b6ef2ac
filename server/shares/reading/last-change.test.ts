import { expect, it } from 'vitest'
import { disputedStandingSchema, inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { shareSchema } from '@/lib/schemas/share'
import { shareReaderFor } from '../../auth/share-reader'
import { useTestDatabase } from '../../auth/test-support'
import type { ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { disputeStanding, takeBackDispute } from '../../demands/disputes'
import { listInquiries, recordOutcome, takeBackOutcome } from '../../demands/inquiries'
import { getDemand } from '../../demands/queries'
import { assessAs, newDemand } from '../../demands/test-support'
import { logEntry, newWorld, TEST_DAY } from '../../testing/world'
import { readChangesSince } from '../editions/changes-since'
import { createShare } from '../links/mutations'
import { readShared } from './read'

useTestDatabase()

const look = async (reader: ShareReader) => {
  const window = { order: 'newest', after: null, limit: 1 } as const
  return (await readShared(reader, window)).updatedAt
}

it('is no dispute of a status that another one came after', async () => {
  const { owner, campaign, reader } = await newWorld()
  const demand = await newDemand(owner, campaign)
  const entry = await logEntry(owner, campaign, {
    demands: [{ demand: demand.id, relation: 'raises' }],
  })
  const of = { demand: demand.id, organization: demand.target('Ring'), entry: entry.id }
  await assessAs(owner, { ...of, standing: 'met', date: '12 Feb 2026' })
  await assessAs(owner, { ...of, standing: 'refused', date: '13 Feb 2026' })
  const before = await look(reader)
  const { assessments } = await getDemand(owner, campaign.slug, demand.number)
  const dispute = async (standing: string) => {
    const assessment = assessments.find((one) => one.standing === standing)?.id
    const input = { assessment, reason: 'Not yet', saidBy: 'Ring' }
    await disputeStanding(owner, disputedStandingSchema.parse(input))
  }
  const told = async () => (await readChangesSince(reader, null)).besides.map(({ what }) => what)
  await dispute('met')
  expect(await look(reader)).toBe(before)
  expect(await told()).toEqual(['status'])
  await dispute('refused')
  const after = await look(reader)
  expect(after > before).toBe(true)
  expect((await told()).sort()).toEqual(['dispute', 'status'])
})

it('is an outcome of an inquiry too, and never goes back when one is taken back and put back', async () => {
  const { owner, campaign, reader } = await newWorld()
  const choices = JSON.stringify({ fields: ['summary'] })
  const { url } = await createShare(owner, shareSchema.parse({ campaign: campaign.id, choices }))
  const hidden = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
  if (!hidden) throw new Error('The new link is not readable.')
  const { id } = await logEntry(owner, campaign, {
    ...{ kind: 'no_reply', title: 'They asked' },
    inquiry: { askedBy: 'FOX 13', recipients: [{ name: 'Amazon', outcome: 'waiting' }] },
  })
  const moments = [await look(reader)]
  const before = await look(hidden)
  const [inquiry] = (await listInquiries(owner, campaign.slug)).inquiries
  const input = {
    ...{ inquiry: inquiry?.id, organization: inquiry?.recipients[0]?.id },
    ...{ outcome: 'answered', date: '20 Feb 2026' },
  }
  await withViewer(
    owner,
    (tx) => tx.$executeRaw`update revision set at = '2026-01-05' where record_id = ${id}::uuid`,
  )
  const corrected = async () =>
    (await readChangesSince(reader, '2026-02-01')).corrected.map(({ fields }) => fields)
  await withViewer(
    owner,
    (tx) => tx.$executeRaw`update entry set created_at = '2026-01-05' where id = ${id}::uuid`,
  )
  expect(await corrected()).toEqual([])
  await recordOutcome(owner, inquiryOutcomeSchema(TEST_DAY).parse(input))
  moments.push(await look(reader))
  expect(await corrected()).toEqual([['inquiries']])
  const update = await withViewer(owner, (tx) =>
    tx.inquiryUpdate.findFirstOrThrow({ select: { id: true } }),
  )
  for (const takenBack of [true, false, true]) {
    await takeBackOutcome(owner, update.id, takenBack)
    moments.push(await look(reader))
  }
  expect(moments).toEqual([...new Set(moments)].sort())
  expect(await look(hidden)).toBe(before)
})

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
  moments.push(await look(reader))
  for (const takenBack of [true, false, true]) {
    await takeBackDispute(owner, id, takenBack)
    moments.push(await look(reader))
  }
  expect(moments).toEqual([...new Set(moments)].sort())
})
