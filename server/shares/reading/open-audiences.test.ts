import { expect, it, vi } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { shareSchema, shareTermsSchema } from '@/lib/schemas/share'
import * as editions from '@/lib/shares/edition'
import { useTestDatabase } from '../../auth/test-support'
import { shareReaderFor } from '../../auth/share-reader'
import { createPerson } from '../../people/mutations'
import { logEntry, newWorld } from '../../testing/world'
import { freezeShare } from '../editions/editions'
import { changeShareTerms } from '../links/changes'
import { createShare } from '../links/mutations'
import { decidePlaces, listOpenPlaces } from './open-places'
import { listPlaceMentions } from './place-mentions'
import { readSharedRecord } from './record'

vi.mock('@/lib/shares/edition', { spy: true })

useTestDatabase()

async function withPerson(person: Record<string, unknown>, summary: string) {
  const world = await newWorld()
  const { owner, campaign } = world
  const consented = { consentReason: 'said so' }
  await createPerson(owner, personSchema.parse({ ...consented, ...person }))
  await logEntry(owner, campaign, { title: 'A rally', summary })
  const asked = async () => {
    const { places } = await listOpenPlaces(owner, campaign.id)
    return places.filter(({ decided }) => decided === null).map(({ word }) => word)
  }
  const link = async (choices: Record<string, unknown>, undecided?: string) => {
    const input = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
    const { id, url } = await createShare(owner, shareSchema.parse({ ...input, undecided }))
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    const summary = async () => (await readSharedRecord(reader)).entries[0]?.summary
    return { id, summary }
  }
  return { ...world, asked, link }
}

it('asks about initials that only some links may show', async () => {
  const person = { name: 'Jordan Miller', consent: 'initials' }
  const { asked, link, owner, campaign } = await withPerson(person, 'Then JM spoke.')
  // A link that shows people by their initials says no more by these.
  const wide = await link({ people: ['named', 'initials'] })
  expect(await asked()).toEqual(['JM'])
  await expect(link({ people: ['named'] })).rejects.toMatchObject({ path: ['undecided'] })
  const narrowed = {
    ...{ share: wide.id, lens: 'member' },
    choices: JSON.stringify({ people: ['named'] }),
  }
  await expect(changeShareTerms(owner, shareTermsSchema.parse(narrowed))).rejects.toMatchObject({
    path: ['undecided'],
  })
  expect(await wide.summary()).toBe('Then JM spoke.')
  const { places } = await listOpenPlaces(owner, campaign.id)
  await decidePlaces(
    owner,
    places.map((place) => ({ ...place, decision: 'withheld' })),
  )
  await changeShareTerms(owner, shareTermsSchema.parse(narrowed))
  expect(await wide.summary()).toBe('Then [name withheld] spoke.')
  const narrow = await link({ people: ['named'] })
  expect(await narrow.summary()).toBe('Then [name withheld] spoke.')
})

it('asks about common words in names of people whom a link leaves out though they are named', async () => {
  const person = { name: 'Will March', consent: 'named' }
  const { asked, link, owner, campaign } = await withPerson(person, 'Then March spoke to Byron.')
  await createPerson(
    owner,
    personSchema.parse({ name: 'Ada Byron', consent: 'named', consentReason: 'said so' }),
  )
  const named = await link({})
  expect(await asked()).toEqual([])
  await expect(link({ people: [] })).rejects.toMatchObject({ path: ['undecided'] })
  const nobody = await link({ people: [] }, 'shown')
  expect(await nobody.summary()).toBe('Then March spoke to [name withheld].')
  expect(await asked()).toEqual([])
  const { places } = await listOpenPlaces(owner, campaign.id)
  expect(places.map(({ word }) => word)).toEqual(['March'])
  await decidePlaces(
    owner,
    places.map((place) => ({ ...place, decision: 'withheld' })),
  )
  expect(await nobody.summary()).toBe('Then [name withheld] spoke to [name withheld].')
  expect(await named.summary()).toBe('Then March spoke to Byron.')
})

it('reads an edition once, however often it is asked for', async () => {
  const person = { name: 'Will March', consent: 'hidden' }
  const { owner, campaign, link } = await withPerson(person, 'Then March spoke.')
  const { id } = await link({}, 'shown')
  await freezeShare(owner, { share: id })
  await logEntry(owner, campaign, {
    title: 'Somewhere',
    place: 'Gate 5, X',
    placePrecision: 'town',
  })
  vi.mocked(editions.readEdition).mockClear()
  await listOpenPlaces(owner, campaign.id)
  await listPlaceMentions(owner, campaign.id)
  await listOpenPlaces(owner, campaign.id)
  expect(editions.readEdition).toHaveBeenCalledTimes(1)
})
