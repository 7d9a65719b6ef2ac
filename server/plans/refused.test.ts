import { expect, it } from 'vitest'
import { demandSchema } from '@/lib/schemas/demand'
import { useTestDatabase } from '../auth/test-support'
import { createDemand } from '../demands/mutations'
import { newTarget } from '../testing/target'
import { newCampaignFor } from '../testing/world'
import { planOfEntry } from './queries'
import { planAction } from './test-support'

useTestDatabase()

it('a plan is about no demand of another campaign', async () => {
  const { owner, campaign } = await newTarget()
  const other = await newCampaignFor(owner)
  const input = demandSchema.parse({ wording: 'Pay the night shift', targets: 'Mill' })
  const { id } = await createDemand(owner, other.slug, input)
  await expect(planAction(owner, campaign, { demands: [id] })).rejects.toMatchObject({
    ...{ code: 'invalid', message: 'A demand that you chose is no longer there.' },
  })
})

it('the plan behind an entry is told to no reader of a link, and of no entry that cannot be', async () => {
  const { owner, reader, entryId } = await newTarget()
  await expect(planOfEntry(reader, entryId)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(planOfEntry(owner, 'none')).rejects.toMatchObject({ code: 'not_found' })
})
