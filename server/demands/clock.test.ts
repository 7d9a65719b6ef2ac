import { beforeAll, describe, expect, it } from 'vitest'
import { noFacts } from '@/lib/demands/clock'
import { possibleDays } from '@/lib/demands/spans'
import { Prisma } from '@/prisma/generated/client'
import { useTestDatabase } from '../auth/test-support'
import type { Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { logEntry, newWorld, type World } from '../testing/world'
import { visibleSql } from '../timeline/filter/visible'
import { readClocks } from './clock'
import { listDemands } from './queries'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const clocks = (viewer: Viewer, asOf: string) =>
  withViewer(viewer, (tx) =>
    readClocks(tx, viewer, {
      demands: Prisma.sql`d.campaign_id = ${world.campaign.id}::uuid`,
      entries: visibleSql(viewer),
      asOf,
    }),
  )

describe('the clocks of a campaign', () => {
  it('count from the first raise to the answer of each target for itself', async () => {
    const { owner, viewer, campaign } = world
    const raise = (fields: object) =>
      logEntry(owner, campaign, {
        demands: [{ wording: 'End it.', targets: 'Amazon; Ring' }],
        ...fields,
      })
    await raise({ title: 'Rally', date: '13 Feb 2026' })
    const [demand] = await listDemands(owner, campaign.id)
    if (!demand) throw new Error('No demand.')
    const again = { demand: demand.id, relation: 'repeats' }
    await logEntry(owner, campaign, { title: 'Again', date: '20 Feb 2026', demands: [again] })
    const draft = { title: 'Draft', date: '1 Jan 2026', status: 'draft', demands: [again] }
    await logEntry(owner, campaign, draft)
    const answer = { demand: demand.id, relation: 'answers', at: 'Ring' }
    for (const [date, stance] of [
      ['16 Feb 2026', 'gives_no_reply'],
      ['by 25 Feb 2026', 'deflects'],
      ['28 Feb 2026', 'meets'],
    ])
      await logEntry(owner, campaign, {
        ...{ kind: 'statement', title: stance, date, demands: [{ ...answer, stance }] },
      })
    const at = (name: string) => demand.targets.find((one) => one.name === name)?.id ?? ''

    const seen = (await clocks(viewer, '2026-03-01')).at(demand.id, at('Ring'))
    expect(seen).toMatchObject({
      ...{ times: 2, answers: 2 },
      raised: { days: { first: '2026-02-13', last: '2026-02-13' }, entry: { title: 'Rally' } },
      repeated: { entry: { title: 'Again' } },
      answered: { days: { first: null, last: '2026-02-25' }, edtf: '[..2026-02-25]' },
      lastWord: { days: { first: '2026-02-28', last: '2026-02-28' } },
    })
    expect((await clocks(viewer, '2026-03-01')).at(demand.id, at('Amazon'))).toMatchObject({
      ...{ answered: null, lastWord: null, answers: 0, times: 2 },
    })
    expect((await clocks(owner, '2026-03-01')).at(demand.id, at('Ring'))).toMatchObject({
      // Not even for its author: nobody reads other days than the rest.
      ...{ times: 2, raised: { entry: { title: 'Rally' } } },
    })
    expect((await clocks(viewer, '2026-02-12')).at(demand.id, at('Ring'))).toEqual(noFacts)
    expect((await clocks(viewer, '2026-02-24')).at(demand.id, at('Ring'))).toMatchObject({
      ...{ answers: 0, answered: null, times: 2 },
    })
  })

  it.each([
    '2026-02-13',
    '[2026-02-12,2026-02-13]',
    '[..2026-02-13]',
    '[2026-02-13..]',
    '[2026-01..2026-02]',
    '2026-02',
    '2025-11~',
    '2026-02-10/2026-02-14',
    '2026-01/2026-02',
    '2026-02-10/..',
    '2026-01/..',
    '../2026-02-13',
    '/2026-02-13',
    '2026-01/',
    '2026',
  ])('read the days of %s as the rest of the program does', async (edtf) => {
    const { owner, campaign } = await newWorld()
    const { id } = await logEntry(owner, campaign, {
      ...{ date: edtf, demands: [{ wording: 'Say so.', targets: 'Amazon' }] },
    })
    const [demand] = await listDemands(owner, campaign.id)
    const read = await withViewer(owner, (tx) =>
      readClocks(tx, owner, {
        demands: Prisma.sql`d.campaign_id = ${campaign.id}::uuid`,
        entries: Prisma.sql`e.id = ${id}::uuid`,
        asOf: '2026-03-01',
      }),
    )
    const { raised } = read.at(demand?.id ?? '', demand?.targets[0]?.id ?? '')
    expect(raised?.edtf).toBe(edtf)
    expect(raised?.days).toEqual(possibleDays(edtf, '2026-03-01'))
  })
})
