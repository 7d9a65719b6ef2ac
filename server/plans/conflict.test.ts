import { expect, it } from 'vitest'
import { planEditSchema } from '@/lib/schemas/plan'
import { useTestDatabase } from '../auth/test-support'
import { newTarget } from '../testing/target'
import { updatePlan } from './mutations'
import { planAction } from './test-support'

useTestDatabase()

it('a plan that two change at once keeps what either chose', async () => {
  const { owner, editor, campaign, demand } = await newTarget()
  const { id } = await planAction(owner, campaign)
  const edit = (more: object) =>
    planEditSchema.parse({ kind: 'rally', title: 'Rally', version: 1, ...more })
  await updatePlan(editor, id, edit({ kind: 'march', demands: [demand.id] }))
  const saving = updatePlan(owner, id, edit({ title: 'A bigger rally' }))
  await expect(saving).rejects.toMatchObject({
    conflicts: [
      { field: 'kind', yours: 'Rally', theirs: 'March' },
      { field: 'title', yours: 'A bigger rally', theirs: 'Rally' },
      { field: 'demands', yours: '', theirs: `${demand.number}. Canary demand` },
    ],
    settling: {
      taken: ['kind', 'demands'],
      theirs: {
        kind: { values: { kind: 'march' } },
        demands: { values: { 'demands[]': [demand.id] }, fields: ['demands[]'] },
      },
    },
  })
})
