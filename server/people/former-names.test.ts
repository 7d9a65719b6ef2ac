import { expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { readSharedRecord } from '../shares/reading/record'
import { logEntry, newWorld } from '../testing/world'
import { decideFormerName } from './former-names'
import { createPerson, updatePerson } from './mutations'
import { getPerson } from './queries'

useTestDatabase()

const FORMER = 'Quirin Xylander'
const named = { consent: 'named', consentReason: 'agreed' }

async function renamed() {
  const world = await newWorld()
  const id = await createPerson(world.owner, personSchema.parse({ name: FORMER, ...named }))
  await updatePerson(world.owner, id, personSchema.parse({ name: 'Zdenka Vrbova', ...named }))
  await logEntry(world.owner, world.campaign, { title: `${FORMER}, now Zdenka Vrbova` })
  const title = async () => (await readSharedRecord(world.reader)).entries[0]?.title
  return { ...world, id, title }
}

it('a former name is withheld until an editor allows it, and again when that is taken back', async () => {
  const { editor, id, title } = await renamed()
  expect(await title()).toBe('[name withheld], now Zdenka Vrbova')
  await decideFormerName(editor, id, { name: FORMER, shown: true })
  expect((await getPerson(editor, id)).formerNames).toEqual([{ name: FORMER, shown: true }])
  expect(await title()).toBe(`${FORMER}, now Zdenka Vrbova`)
  await decideFormerName(editor, id, { name: FORMER, shown: false })
  expect(await title()).toBe('[name withheld], now Zdenka Vrbova')
})

it('a former name that was allowed is withheld when it is dropped a second time', async () => {
  const { editor, id, title } = await renamed()
  await decideFormerName(editor, id, { name: FORMER, shown: true })
  await updatePerson(editor, id, personSchema.parse({ name: FORMER, ...named }))
  await updatePerson(editor, id, personSchema.parse({ name: 'Zdenka Vrbova', ...named }))
  expect(await title()).toBe('[name withheld], now Zdenka Vrbova')
})

it('a contributor is refused in words, and each decision is in the audit without the name', async () => {
  const { owner, contributor, id } = await renamed()
  const decide = (viewer: typeof owner, name: string) =>
    decideFormerName(viewer, id, { name, shown: true })
  await expect(decide(contributor, FORMER)).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('ditor') as string,
  })
  await expect(decide(owner, 'Zdenka Vrbova')).rejects.toMatchObject({ code: 'not_found' })
  await decide(owner, FORMER)
  const events = await withViewer(owner, (tx) =>
    tx.auditEvent.findMany({
      where: { recordId: id, fields: { has: 'formerNames' } },
      select: { action: true, memberId: true, fields: true },
    }),
  )
  expect(events).toEqual([{ action: 'update', memberId: owner.memberId, fields: ['formerNames'] }])
})
