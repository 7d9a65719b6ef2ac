import { expect, it } from 'vitest'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { demandSchema } from '@/lib/schemas/demand'
import { personSchema } from '@/lib/schemas/person'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { updateCampaign } from '../campaigns/edit'
import { ConflictError } from '../conflict'
import { createDemand, updateDemand } from '../demands/mutations'
import { listDemands } from '../demands/queries'
import { createPerson, updatePerson } from '../people/mutations'
import { createSource, updateSource } from '../sources/mutations'
import { newWorld, TEST_DAY } from '../testing/world'

useTestDatabase()

async function conflictOf(saving: Promise<unknown>): Promise<ConflictError> {
  const error: unknown = await saving.then(
    () => new Error('It was saved.'),
    (e: unknown) => e,
  )
  if (error instanceof ConflictError) return error
  throw error
}

// Each: a record is made, the first person changes one field, the second, who began before, another.
it('says of every record which fields only the other person changed', async () => {
  const { owner, editor, campaign } = await newWorld()
  const found: Record<string, [string[], string[]]> = {}
  const both = async (name: string, first: Promise<unknown>, second: () => Promise<unknown>) => {
    await first
    const { conflicts, settling } = await conflictOf(second())
    found[name] = [conflicts.map(({ field }) => field).sort(), settling?.taken ?? []]
  }

  const person = (more: object) => personSchema.parse({ name: 'Jo', version: 1, ...more })
  const jo = await createPerson(owner, person({}))
  await both('person', updatePerson(editor, jo, person({ otherNames: 'Josephine' })), () =>
    updatePerson(owner, jo, person({ name: 'Joe' })),
  )
  const source = (more: object) =>
    sourceSchema(TEST_DAY).parse({ title: 'A report', kind: 'news', version: 1, ...more })
  const report = await createSource(owner, source({}))
  await both('source', updateSource(editor, report, source({ published: '1 Feb 2026' })), () =>
    updateSource(owner, report, source({ publisher: 'A paper' })),
  )
  const demand = (more: object) =>
    demandSchema.parse({ wording: 'End it.', targets: 'AWS', version: 1, ...more })
  await createDemand(owner, campaign.slug, demand({}))
  const [made] = await listDemands(owner, campaign.id)
  const demandId = made?.id ?? ''
  await both('demand', updateDemand(editor, demandId, demand({ targets: 'AWS; Ring' })), () =>
    updateDemand(owner, demandId, demand({ wording: 'End it now.' })),
  )
  const head = (more: object) =>
    campaignEditSchema.parse({
      title: 'C',
      timeZone: 'UTC',
      status: 'active',
      summary: '',
      version: 1,
      ...more,
    })
  await updateCampaign(owner, campaign.id, head({}))
  await both(
    'campaign',
    updateCampaign(editor, campaign.id, head({ version: 2, summary: 'Theirs' })),
    () => updateCampaign(owner, campaign.id, head({ version: 2, title: 'Yours' })),
  )
  expect(found).toEqual({
    person: [['name', 'otherNames'], ['otherNames']],
    source: [['published', 'publisher'], ['published']],
    demand: [['targets', 'wording'], ['targets']],
    campaign: [['summary', 'title'], ['summary']],
  })
})
