import { beforeEach, describe, expect, it } from 'vitest'
import { followUpSchema, inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { trashEntry } from '../entries/trash'
import { mergeRecords } from '../merging/merge'
import { undoMerge } from '../merging/unmerge'
import { listOrganizations } from '../organizations/queries'
import { logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { purgeTrash } from '../trash/purge'
import { listFollowUps, setFollowUp } from './follow-ups'
import { listInquiries, listInquiriesOut, recordOutcome } from './inquiries'
import { listDemands } from './queries'

useTestDatabase()

let world: World
let asked: { inquiry: string; entry: string; amazon: string; ring: string }
beforeEach(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const { id: entry } = await logInquiry('2026-02-13')
  const [inquiry] = (await listInquiries(owner, campaign.slug)).inquiries
  const idOf = (name: string) => inquiry?.recipients.find((one) => one.name === name)?.id ?? ''
  asked = { inquiry: inquiry?.id ?? '', entry, amazon: idOf('Amazon'), ring: idOf('Ring') }
})

const logInquiry = (date: string) =>
  logEntry(world.owner, world.campaign, {
    ...{ kind: 'no_reply', title: `Asked on ${date}`, date },
    inquiry: {
      askedBy: 'FOX 13',
      recipients: ['Amazon', 'Ring'].map((name) => ({ name, outcome: 'waiting' })),
    },
  })

/** Records an answer of Amazon that rests on an entry of its own. */
async function answered(): Promise<string> {
  const { owner, campaign } = world
  const { id: entry } = await logEntry(owner, campaign, { kind: 'statement', title: 'The answer' })
  const { inquiry, amazon: organization } = asked
  const input = { ...{ inquiry, organization, entry }, outcome: 'answered', date: '20 Feb 2026' }
  await recordOutcome(owner, inquiryOutcomeSchema(TEST_DAY).parse(input))
  return entry
}

const steps = async () =>
  (await listInquiries(world.owner, world.campaign.slug)).inquiries
    .flatMap(({ recipients }) => recipients)
    .find(({ id }) => id === asked.amazon)?.steps

const purge = () =>
  purgeTrash(systemViewer(world.owner.workspaceId), new Date(Date.now() + 31 * 86_400_000))

describe('an outcome whose entry', () => {
  it('is erased stays, and rests on nothing', async () => {
    const entry = await answered()
    expect((await steps())?.at(-1)).toMatchObject({ entry: { id: entry } })
    await trashEntry(world.owner, entry)
    expect((await steps())?.at(-1)).toMatchObject({ outcome: 'answered', entry: null })
    expect(await purge()).toBe(1)
    expect((await steps())?.at(-1)).toMatchObject({ outcome: 'answered', entry: null })
  })

  it('is merged into another rests on that, and again on its own', async () => {
    const { owner, campaign } = world
    const duplicateId = await answered()
    const { id: survivorId } = await logEntry(owner, campaign, {
      kind: 'statement',
      title: 'It again',
    })
    const { merge } = await mergeRecords(owner, 'entry', { survivorId, duplicateId, take: {} })
    expect((await steps())?.at(-1)).toMatchObject({ entry: { id: survivorId } })
    await undoMerge(owner, merge)
    expect((await steps())?.at(-1)).toMatchObject({ entry: { id: duplicateId } })
  })

  it('told of the inquiry itself goes with all that came of it', async () => {
    const { owner } = world
    await answered()
    const about = { inquiry: asked.inquiry, organization: asked.ring, dueOn: '2026-03-10' }
    await setFollowUp(owner, followUpSchema(TEST_DAY).parse(about))
    await trashEntry(owner, asked.entry)
    expect(await purge()).toBe(1)
    const left = await withViewer(owner, async (tx) => [
      await tx.inquiry.count(),
      await tx.inquiryUpdate.count(),
      await tx.followUp.count(),
    ])
    expect(left).toEqual([0, 0, 0])
  })
})

describe('two organizations that are asked again about the same', () => {
  it('become one with one day, and two again with both', async () => {
    const { owner, campaign } = world
    const wording = 'Answer us.'
    await logEntry(owner, campaign, { demands: [{ wording, targets: 'Amazon; Ring' }] })
    const demand = (await listDemands(owner, campaign.id)).find((one) => one.wording === wording)
    for (const about of [{ demand: demand?.id }, { inquiry: asked.inquiry }])
      for (const [organization, dueOn] of [
        [asked.amazon, '2026-03-10'],
        [asked.ring, '2026-03-20'],
      ])
        await setFollowUp(owner, followUpSchema(TEST_DAY).parse({ ...about, organization, dueOn }))
    const days = async () =>
      (await listFollowUps(owner, campaign.slug)).open.map(
        ({ dueOn, organization }) => `${dueOn} ${organization.name}`,
      )
    const before = await days()
    expect(before).toHaveLength(4)
    const pair = { survivorId: asked.amazon, duplicateId: asked.ring, take: {} }
    const { merge } = await mergeRecords(owner, 'organization', pair)
    expect(await days()).toEqual(['2026-03-10 Amazon', '2026-03-10 Amazon'])
    await undoMerge(owner, merge)
    expect((await days()).sort()).toEqual(before.sort())
    expect((await listOrganizations(owner)).some(({ name }) => name === 'Ring')).toBe(true)
  })
})

describe('inquiries', () => {
  it('are listed in pages that begin with any of them, and as of a day', async () => {
    const { owner, campaign } = world
    for (let day = 14; day < 40; day++)
      await logInquiry(new Date(Date.UTC(2026, 1, day)).toISOString().slice(0, 10))
    const read = (request: object) => listInquiries(owner, campaign.slug, request)
    const first = await read({})
    expect(first.inquiries).toHaveLength(25)
    expect(first.count).toBe(27)
    const last = await read({ from: first.next })
    expect(last.inquiries.map(({ edtf }) => edtf)).toEqual(['2026-02-14', '2026-02-13'])
    expect(last.next).toBeNull()
    const none = '00000000-0000-4000-8000-000000000000'
    expect((await read({ from: none })).inquiries).toEqual(first.inquiries)
    expect((await read({ asOf: '2026-02-13' })).count).toBe(1)
  })

  it('are out at those alone who have neither answered nor declined', async () => {
    const { owner, campaign } = world
    await answered()
    const out = async (asOf: string, limit?: number) =>
      (await listInquiriesOut(owner, campaign.slug, { asOf, ...(limit && { limit }) })).flatMap(
        ({ edtf, recipients }) => recipients.map(({ name }) => `${edtf} ${name}`),
      )
    expect(await out('2026-02-12')).toEqual([])
    expect(await out('2026-02-19')).toEqual(['2026-02-13 Amazon', '2026-02-13 Ring'])
    expect(await out('2026-02-20')).toEqual(['2026-02-13 Ring'])
    await logInquiry('2026-02-18')
    expect(await out('2026-02-20', 2)).toEqual(['2026-02-18 Amazon', '2026-02-18 Ring'])
  })
})
