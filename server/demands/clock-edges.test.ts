import { beforeEach, describe, expect, it } from 'vitest'
import { assessmentSchema, inquiryOutcomeSchema } from '@/lib/schemas/demand'
import { Prisma } from '@/prisma/generated/client'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { logEntry, newWorld, TEST_DAY, type World } from '../testing/world'
import { visibleSql } from '../timeline/filter/visible'
import { assess } from './assessments'
import { readClocks, readFirstRaised, type Clocks } from './clock'
import { listInquiries, listInquiriesOut, recordOutcome } from './inquiries'
import { listDemands } from './queries'
import { listSilences } from './silences'

useTestDatabase()

let world: World
let ids: { demand: string; target: string }
beforeEach(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  await logEntry(owner, campaign, {
    ...{ title: 'First', date: '13 Feb 2026' },
    demands: [{ wording: 'End it.', targets: 'Amazon' }],
  })
  const [demand] = await listDemands(owner, campaign.id)
  ids = { demand: demand?.id ?? '', target: demand?.targets[0]?.id ?? '' }
})

const scope = (asOf: string) => ({
  demands: Prisma.sql`d.campaign_id = ${world.campaign.id}::uuid`,
  entries: visibleSql(world.viewer),
  asOf,
})
const clockOn = async (asOf: string) => {
  const clocks: Clocks = await withViewer(world.viewer, (tx) =>
    readClocks(tx, world.viewer, scope(asOf)),
  )
  return clocks.at(ids.demand, ids.target)
}
const firstRaised = (asOf: string) =>
  withViewer(world.viewer, async (tx) =>
    (await readFirstRaised(tx, world.viewer, scope(asOf))).get(ids.demand),
  )
const raise = (title: string, date: string) =>
  logEntry(world.owner, world.campaign, {
    ...{ title, date, demands: [{ demand: ids.demand, relation: 'repeats' }] },
  })
const answer = (title: string, date: string, stance = 'deflects') =>
  logEntry(world.owner, world.campaign, {
    ...{ kind: 'statement', title, date },
    demands: [{ demand: ids.demand, relation: 'answers', at: 'Amazon', stance }],
  })

describe('the clock of a demand', () => {
  it('counts what is of the very day, and nothing later', async () => {
    await answer('Word', '20 Feb 2026')
    expect((await clockOn('2026-02-12')).times).toBe(0)
    expect(await clockOn('2026-02-13')).toMatchObject({ times: 1, answers: 0 })
    expect(await clockOn('2026-02-19')).toMatchObject({ times: 1, answers: 0 })
    expect(await clockOn('2026-02-20')).toMatchObject({ times: 1, answers: 1 })
    expect([await firstRaised('2026-02-12'), await firstRaised('2026-02-13')]).toEqual([
      ...[undefined, '2026-02-13'],
    ])
  })

  it('names as the first what may be earliest, and as the last what may be latest', async () => {
    await raise('Some day from the tenth', '2026-02-10/2026-02-28')
    await raise('The eleventh', '11 Feb 2026')
    await raise('The twentieth', '20 Feb 2026')
    const { raised, repeated } = await clockOn('2026-03-01')
    expect(raised?.entry.title).toBe('Some day from the tenth')
    expect(repeated?.entry.title).toBe('Some day from the tenth')
    expect(await firstRaised('2026-03-01')).toBe('2026-02-10')
  })

  it('begins with what raises it, not with an answer of earlier', async () => {
    await answer('Word', '1 Feb 2026')
    expect(await firstRaised('2026-03-01')).toBe('2026-02-13')
    expect(await clockOn('2026-03-01')).toMatchObject({
      raised: { entry: { title: 'First' } },
      answered: { entry: { title: 'Word' } },
    })
  })

  it('begins with the last day of what may be of any earlier one', async () => {
    await raise('By then', 'by 10 Feb 2026')
    expect(await firstRaised('2026-03-01')).toBe('2026-02-10')
  })

  it('of a demand in the trash is nobody’s', async () => {
    expect((await clockOn('2026-03-01')).times).toBe(1)
    await withViewer(world.owner, (tx) =>
      tx.demand.updateMany({ where: { id: ids.demand }, data: { trashedAt: new Date() } }),
    )
    expect((await clockOn('2026-03-01')).times).toBe(0)
    expect(await firstRaised('2026-03-01')).toBeUndefined()
  })
})

describe('the longest silences', () => {
  const silent = async (asOf = '2026-03-01') =>
    (await listSilences(world.viewer, world.campaign.slug, { asOf })).count

  it.each([
    ['met', 0],
    ['refused', 0],
    ['withdrawn', 0],
    ['acknowledged', 1],
    ['partly_met', 1],
    ['in_progress', 1],
    ['reversed', 1],
  ])('of a demand that is %s: %i', async (standing, count) => {
    expect(await silent()).toBe(1)
    await assess(
      world.owner,
      assessmentSchema(TEST_DAY).parse({
        ...{ demand: ids.demand, organization: ids.target, standing, date: '20 Feb 2026' },
      }),
    )
    expect([await silent('2026-02-19'), await silent('2026-02-20')]).toEqual([1, count])
  })
})

describe('the inquiries that are out', () => {
  it('are those of that day', async () => {
    const { owner, campaign } = world
    await logEntry(owner, campaign, {
      ...{ kind: 'no_reply', title: 'Asked', date: '15 Feb 2026' },
      inquiry: { askedBy: 'FOX 13', recipients: [{ name: 'Ring', outcome: 'waiting' }] },
    })
    const [asked] = (await listInquiries(owner, campaign.slug)).inquiries
    await recordOutcome(
      owner,
      inquiryOutcomeSchema(TEST_DAY).parse({
        ...{ inquiry: asked?.id, organization: asked?.recipients[0]?.id },
        ...{ outcome: 'declined', date: '20 Feb 2026' },
      }),
    )
    const out = async (asOf: string) =>
      (await listInquiriesOut(owner, campaign.slug, { asOf })).length
    expect(await out('2026-02-14')).toBe(0)
    expect(await out('2026-02-15')).toBe(1)
    expect(await out('2026-02-19')).toBe(1)
    expect(await out('2026-02-20')).toBe(0)
  })
})
