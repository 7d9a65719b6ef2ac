import { describe, expect, it } from 'vitest'
import { isAhead, isByClocksOf, valuesOfAnnounced } from '@/lib/plans'
import { planSchema } from '@/lib/schemas/plan'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { CANARY, newTarget } from '../testing/target'
import { logEntry, TEST_DAY } from '../testing/world'
import { createPlan } from './mutations'
import { getPlan } from './queries'

useTestDatabase()

const SEATTLE = { timeZone: 'America/Los_Angeles' }

describe('an action that was announced', () => {
  it('becomes a plan with all that its entry says of it', async () => {
    const { owner, campaign, demand } = await newTarget()
    const { id } = await logEntry(owner, campaign, {
      ...{ kind: 'march', title: 'March on city hall', date: '5 Mar 2026 6 pm' },
      place: 'Westlake Park',
      organizations: [
        { name: 'A Union', part: 'actor' },
        { name: 'A Coalition', part: 'actor' },
        { name: `${CANARY} Corporation`, part: 'target' },
      ],
      demands: [{ demand: demand.id }],
    })
    const { 'demands[]': demands, ...texts } = valuesOfAnnounced(await getEntry(owner, id), SEATTLE)
    const plan = planSchema(TEST_DAY).parse({ ...texts, demands })
    expect(await getPlan(owner, (await createPlan(owner, campaign.slug, plan)).id)).toMatchObject({
      ...{ kind: 'march', title: 'March on city hall', edtf: '2026-03-05', time: '18:00' },
      place: 'Westlake Park',
      organizations: [
        { name: 'A Coalition', part: 'actor' },
        { name: 'A Union', part: 'actor' },
        { name: `${CANARY} Corporation`, part: 'target' },
      ],
      demands: [{ id: demand.id }],
    })
  })

  it('has its sentence for a title where it has none, and no hour of another zone', async () => {
    const { owner, campaign } = await newTarget()
    const { id } = await logEntry(owner, campaign, { date: '5 Mar 2026 6 pm' })
    const entry = { ...(await getEntry(owner, id)), title: '', sentence: 'Rally.' }
    expect(valuesOfAnnounced(entry, SEATTLE)).toMatchObject({ title: 'Rally.' })
    expect(valuesOfAnnounced(entry, { timeZone: 'Europe/London' }).date).toBe('Thu 5 Mar 2026')
    expect(isByClocksOf(entry, SEATTLE)).toBe(true)
    expect(isByClocksOf(entry, { timeZone: 'Europe/London' })).toBe(false)
  })

  it('is ahead until its day has passed, and nothing is that may have begun', () => {
    const march = { lane: 'action', firstDay: '2026-03-05', lastDay: '2026-03-05' } as const
    expect(isAhead(march, '2026-03-05')).toBe(true)
    expect(isAhead(march, '2026-03-06')).toBe(false)
    expect(isAhead({ ...march, lane: 'response' }, '2026-03-05')).toBe(false)
    expect(isAhead({ ...march, lastDay: '2026-03-31' }, '2026-03-05')).toBe(false)
    expect(isAhead({ ...march, lastDay: '2026-03-31' }, '2026-03-04')).toBe(true)
  })
})
