import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../auth/test-support'
import type { ShareReader } from '../auth/viewer'
import { withViewer } from '../db'
import { listDemands } from '../demands/queries'
import { logEntry, newWorld, readerOf, type World } from '../testing/world'
import { readShared } from './read'

useTestDatabase()

const DAYS = ['1 Jan 2026', '13 Feb 2026', '20 Feb 2026', '1 Mar 2026']
const window = { order: 'newest', after: null, limit: 100 } as const

let world: World
let reader: ShareReader
let demand: string
let entries: { id: string; answers: boolean; day: string }[]

beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  // A demand that no entry raises is shown for itself; this one stays, whatever is hidden.
  const first = await logEntry(owner, campaign, {
    ...{ title: 'First', date: '10 Jan 2026' },
    demands: [{ wording: 'End it.', targets: 'Amazon' }],
  })
  demand = (await listDemands(owner, campaign.id))[0]?.id ?? ''
  entries = [{ id: first.id, answers: false, day: '2026-01-10' }]
  for (const [index, date] of [...DAYS, ...DAYS].entries()) {
    const answers = index >= DAYS.length
    const touch = answers
      ? { demand, relation: 'answers', at: 'Amazon', stance: 'deflects' }
      : { demand, relation: 'repeats' }
    const kind = answers ? 'statement' : 'rally'
    const { id } = await logEntry(owner, campaign, { kind, date, demands: [touch] })
    const day = new Date(`${date} UTC`).toISOString().slice(0, 10)
    entries.push({ id, answers, day })
  }
  reader = await readerOf(owner, campaign.id)
})

/** Publishes these entries and makes drafts of the others. */
async function show(shown: { id: string }[]): Promise<void> {
  const ids = shown.map(({ id }) => id)
  await withViewer(world.owner, async (tx) => {
    await tx.entry.updateMany({ where: { id: { in: ids } }, data: { status: 'published' } })
    await tx.entry.updateMany({ where: { id: { notIn: ids } }, data: { status: 'draft' } })
  })
}

describe('the clock of a share', () => {
  it('counts nothing but what the share shows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), async (mask) => {
        const shown = entries.filter((_, index) => mask[index])
        await show(shown)
        const { demands } = await readShared(reader, window)
        if (shown.length === 0) return expect(demands).toEqual([])
        const clock = demands[0]?.targets[0]?.clock
        const of = (answers: boolean) =>
          shown
            .filter((one) => one.answers === answers)
            .map(({ day }) => day)
            .sort()
        expect([clock?.times, clock?.answers]).toEqual([of(false).length, of(true).length])
        expect(clock?.raised?.days.first).toBe(of(false)[0])
        expect(clock?.answered?.days.first).toBe(of(true)[0])
        expect(clock?.lastWord?.days.last).toBe(of(true).at(-1))
      }),
      { numRuns: 12 },
    )
  })
})
