import { expect, it } from 'vitest'
import { commentSchema } from '@/lib/schemas/comment'
import { demandSchema } from '@/lib/schemas/demand'
import { sourceSchema } from '@/lib/schemas/source'
import { useTestDatabase } from '../auth/test-support'
import { createDemand } from '../demands/mutations'
import { createSource } from '../sources/mutations'
import { newWorld, TEST_DAY, type World } from '../testing/world'
import { restoreRecord, trashRecord } from '../trash/mutations'
import { addComment } from './mutations'
import { findComments, listComments } from './queries'

useTestDatabase()

async function newDemand({ owner, campaign: { slug } }: World): Promise<string> {
  const input = demandSchema.parse({ wording: 'Pay the night shift', targets: 'Mill' })
  return (await createDemand(owner, slug, input)).id
}

const newSource = ({ owner }: World) =>
  createSource(owner, sourceSchema(TEST_DAY).parse({ title: 'A leaflet' }))

it.each([
  ['demand', newDemand],
  ['source', newSource],
] as const)('a comment on a %s in the trash is found and read by nobody', async (record, make) => {
  const world = await newWorld()
  const { owner } = world
  const about = { record, id: await make(world) }
  await addComment(owner, about, commentSchema.parse({ body: 'Ask the printer' }))
  const found = async () => (await findComments(owner, 'printer')).length
  expect(await found()).toBe(1)
  await trashRecord(owner, record, about.id)
  expect(await found()).toBe(0)
  await expect(listComments(owner, about)).rejects.toMatchObject({ code: 'not_found' })
  await restoreRecord(owner, record, about.id)
  expect(await found()).toBe(1)
})
