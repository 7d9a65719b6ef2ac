import { expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import type { Consent } from '@/lib/schemas/words'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { logEntry, newWorld } from '../testing/world'
import { createPerson } from './mutations'
import { withholderFor } from './withheld'

useTestDatabase()

const NAME = 'Quirin Xylander'
const TEXT = `Then ${NAME} spoke.`
const ALL: Consent[] = ['named', 'initials', 'role_only']

async function newPerson(consent: Consent, more: Record<string, unknown> = {}) {
  const world = await newWorld()
  const { owner, workspaceId } = world
  const id = await createPerson(
    owner,
    personSchema.parse({ name: NAME, consent, consentReason: 'agreed', ...more }),
  )
  /** A text as readers see it to whom people of these consents are shown. */
  const shown = (text: string, to = ALL) =>
    withViewer(owner, async (tx) => (await withholderFor(tx, workspaceId, to)).show(text))
  const set = (data: { consent?: Consent; otherNames?: string[] }) =>
    withViewer(owner, (tx) => tx.person.updateMany({ where: { id }, data }))
  return { ...world, shown, set }
}

it.each<[Consent, Consent[], string]>([
  ['named', ['named'], TEXT],
  ['initials', ['named', 'initials'], 'Then Q. X. spoke.'],
  ['initials', ['named'], 'Then [name withheld] spoke.'],
  ['named', ['initials'], 'Then [name withheld] spoke.'],
  ['role_only', ALL, 'Then [name withheld] spoke.'],
  ['hidden', ALL, 'Then [name withheld] spoke.'],
])('a name by consent %s is for readers who are shown %j: %s', async (consent, to, expected) => {
  const { shown } = await newPerson(consent)
  expect(await shown(TEXT, to)).toBe(expected)
})

it('a name is shown as its holder says from the next text on', async () => {
  const { shown, set } = await newPerson('named')
  expect(await shown(TEXT)).toBe(TEXT)
  await set({ consent: 'initials' })
  expect(await shown(TEXT)).toBe('Then Q. X. spoke.')
  await set({ consent: 'hidden' })
  expect(await shown(TEXT)).toBe('Then [name withheld] spoke.')
})

it('another name is withheld like the first, from the next text on', async () => {
  const { shown, set } = await newPerson('hidden', { otherNames: 'Bartholo Quince' })
  expect(await shown('Bartholo Quince and Zdenka Vrbova')).toBe('[name withheld] and Zdenka Vrbova')
  await set({ otherNames: ['Bartholo Quince', 'Zdenka Vrbova'] })
  expect(await shown('Bartholo Quince and Zdenka Vrbova')).toBe(
    '[name withheld] and [name withheld]',
  )
})

it('whom a contributor adds changes nothing before an entry that names them is published', async () => {
  const { contributor, owner, campaign, shown } = await newPerson('hidden')
  const draft = { status: 'draft', title: 'A draft', appearances: [{ name: 'Zdenka Vrbova' }] }
  await logEntry(contributor, campaign, draft)
  const account = { kind: 'retaliation', organizations: [{ name: 'Ring', part: 'actor' }] } as const
  const told = { ...account, title: 'A firing', details: { form: 'firing' } }
  await logEntry(contributor, campaign, {
    ...{ ...told, status: 'draft', accordingTo: 'Bartholo Quince' },
  })
  const both = 'Zdenka Vrbova, Bartholo Quince'
  expect(await shown(both)).toBe(both)
  await withViewer(owner, (tx) =>
    tx.entry.updateMany({ where: { title: 'A draft' }, data: { status: 'published' } }),
  )
  expect(await shown(both)).toBe('[name withheld], Bartholo Quince')
  await withViewer(owner, (tx) =>
    tx.entry.updateMany({ where: { title: 'A firing' }, data: { status: 'published' } }),
  )
  expect(await shown(both)).toBe('[name withheld], [name withheld]')
})
