import { beforeAll, describe, expect, it } from 'vitest'
import { WITHHELD } from '@/lib/people/withheld-names'
import { personSchema } from '@/lib/schemas/person'
import type { ShareReader } from '../auth/viewer'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { listPeople } from '../people/queries'
import { updatePerson } from '../people/mutations'
import { getSharedCampaign } from '../shares/links/queries'
import { logEntry, newWorld, type World } from '../testing/world'
import { trashEntry } from './trash'
import { getEntry, listEntries } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

type Fields = Parameters<typeof logEntry>[2]

const shared = async (fields: Fields) => {
  const { id } = await logEntry(world.owner, world.campaign, fields)
  return getEntry(world.reader, id)
}
const everything = async (reader: ShareReader = world.reader) =>
  JSON.stringify(await getSharedCampaign(reader, { order: 'newest', after: null }))
const open = { consent: 'named', consentReason: 'Spoke on the record to press.' }

describe('a reader of a share', () => {
  it('sees published entries alone', async () => {
    const { owner, reader, campaign } = world
    const { id: trashed } = await logEntry(owner, campaign, { title: 'Trashed canary' })
    await trashEntry(owner, trashed)
    const { id: draft } = await logEntry(owner, campaign, {
      title: 'Draft canary',
      status: 'draft',
    })
    const { id: waiting } = await logEntry(owner, campaign, {
      title: 'Waiting canary',
      status: 'in_review',
      demands: [{ wording: 'Demand of the canary', targets: 'Canary Corporation' }],
    })
    for (const id of [trashed, draft, waiting])
      await expect(getEntry(reader, id)).rejects.toMatchObject({ code: 'not_found' })
    await logEntry(owner, campaign, { title: 'Seen by all' })
    const { entries } = await listEntries(reader, { campaignId: campaign.id })
    expect(entries.map(({ title }) => title)).toEqual(['Seen by all'])
    expect(await everything()).toContain('Seen by all')
    expect((await everything()).toLowerCase()).not.toContain('canary')
  })

  it('gets neither private notes nor tags', async () => {
    const entry = await shared({ privateNote: 'Canary note', tags: 'canary tag' })
    expect(entry).toMatchObject({ privateNote: '', tags: [] })
    expect(await everything()).not.toMatch(/canary/i)
  })

  it('sees people as they consented', async () => {
    const { appearances } = await shared({
      appearances: [
        { name: 'Named Nina', ...open },
        { name: 'Initial Ines', ...open, consent: 'initials' },
        {
          name: 'Roley Rosa',
          ...open,
          consent: 'role_only',
          role: 'witness',
          description: 'a driver',
        },
        { name: 'Hidden Hana', quotes: [{ text: 'Words of Hana.' }] },
      ],
    })
    expect(
      appearances.map(({ name, role, description, personId }) => ({
        name,
        role,
        description,
        personId,
      })),
    ).toEqual([
      { name: 'Named Nina', role: 'speaker', description: '', personId: null },
      { name: 'I. I.', role: 'speaker', description: '', personId: null },
      { name: '', role: 'witness', description: 'a driver', personId: null },
    ])
    const text = await everything()
    for (const hidden of ['Ines', 'Rosa', 'Hana']) expect(text).not.toContain(hidden)
  })

  it('cannot tell whose a stricter quote is', async () => {
    const { appearances } = await shared({
      appearances: [
        {
          ...{ name: 'Maren Costa', description: 'tech worker organizer', ...open },
          quotes: [
            { text: 'Open words.' },
            { text: 'Words without a name.', consent: 'role_only' },
            { text: 'Words with initials.', consent: 'initials' },
            { text: 'Words for nobody.', consent: 'hidden' },
          ],
        },
        {
          ...{ name: 'Initial Only', ...open, consent: 'initials' },
          quotes: [{ text: 'Not looser than the person.', consent: 'named' }],
        },
      ],
    })
    expect(
      appearances.map(({ name, description, quotes }) => [
        name,
        description,
        quotes.map(({ text }) => text),
      ]),
    ).toEqual([
      ['Maren Costa', 'tech worker organizer', ['Open words.']],
      ['I. O.', '', ['Not looser than the person.']],
      ['M. C.', '', ['Words with initials.']],
      ['', '', ['Words without a name.']],
    ])
    const [first, ...apart] = appearances
    for (const { id, consent } of apart) {
      expect(id).not.toContain(first?.id)
      expect(consent).not.toBe('named')
    }
  })

  it('cannot tell whose a stricter quote is by where it stands', async () => {
    const quote = (text: string) => ({ text, consent: 'role_only' })
    const said = [
      { name: 'Maren Costa', quotes: [{ text: 'Open.' }, quote('Who asked us?')] },
      { name: 'Ines Opener', quotes: [quote('Nobody did.'), { text: 'Open too.' }] },
      { name: 'Nadia Example', quotes: [] },
    ].map((one) => ({ ...one, ...open }))
    for (const list of [said, said.toReversed()]) {
      const { appearances } = await shared({ appearances: list })
      const words = appearances.map(({ name, quotes }) => name || quotes[0]?.text)
      const names = list.map(({ name }) => name)
      expect(words).toEqual([...names, 'Nobody did.', 'Who asked us?'])
    }
  })

  it('finds no withheld name in any text', async () => {
    const name = 'Canary Jean-Luc O’Hara'
    const said = `says ${name.toUpperCase()} here`
    const entry = await shared({
      kind: 'news',
      ...{ title: said, summary: said, place: said, participants: said, accordingTo: name },
      ...{ crowd: '200', crowdCountedBy: said, crowdReason: said },
      details: { outlet: said },
      appearances: [{ name: 'Opener', ...open, description: said, quotes: [{ text: said }] }],
      citations: [{ title: said, publisher: said, exact: said }],
      dateClaims: [{ value: '12 Feb 2026', saidBy: said, exact: said, source: 'entry' }],
      placeClaims: [{ value: said, saidBy: said }],
      dateReason: said,
      demands: [{ wording: said, targets: 'Amazon' }],
      inquiry: { askedBy: 'Paper', through: said, recipients: [{ name: 'Amazon' }] },
    })
    expect(JSON.stringify(entry)).not.toMatch(/o.hara|jean.luc/i)
    expect(entry.title).toBe(`says ${WITHHELD} here`)
    expect(entry.accordingTo).toBe('a person who is not named here')
    expect(await everything()).not.toMatch(/o.hara|jean.luc/i)
    expect(JSON.stringify(await getEntry(world.owner, entry.id))).toContain(name)
  })

  it('loses a name the moment its consent is withdrawn', async () => {
    await shared({
      title: 'Withdrawn Wanda was there',
      appearances: [{ name: 'Withdrawn Wanda', ...open, quotes: [{ text: 'Hear me.' }] }],
    })
    expect(await everything()).toContain('Wanda')
    const person = (await listPeople(world.owner)).find(({ name }) => name === 'Withdrawn Wanda')
    const hidden = personSchema.parse({ name: 'Withdrawn Wanda', consent: 'hidden' })
    await updatePerson(world.owner, person?.id ?? '', hidden)
    const text = await everything()
    expect(text).not.toContain('Wanda')
    expect(text).not.toContain('Hear me.')
    expect(text).toContain(`${WITHHELD} was there`)
  })

  it('writes nothing, whatever it calls', async () => {
    await expect(
      withViewer(world.reader, (tx) => tx.entry.updateMany({ data: { title: 'Defaced' } })),
    ).rejects.toThrow()
    expect(await everything()).not.toContain('Defaced')
  })
})

describe('a place in a share', () => {
  const claims = [{ value: 'The secret hall, Seattle' }]

  it.each([
    ['exact', 'Amazon Spheres, Seattle', 'Amazon Spheres, Seattle'],
    ['town', 'Amazon Spheres, Seattle', 'Seattle'],
    ['town', 'Amazon Spheres', ''],
    ['hidden', 'Amazon Spheres, Seattle', ''],
  ])('%s: %s', async (placePrecision, place, shown) => {
    const entry = await shared({ place, placePrecision })
    expect(entry.place).toBe(shown)
    if (shown === '') expect(JSON.stringify(entry)).not.toContain('Spheres')
  })

  it.each(['town', 'hidden'])(
    'that is kept is not told by its claims: %s',
    async (placePrecision) => {
      for (const place of ['Hall, Seattle', 'Seattle', '']) {
        const entry = await shared({
          place,
          placePrecision,
          placeClaims: claims,
          placeReason: 'Why.',
        })
        expect(entry.claims).toEqual([])
        expect(JSON.stringify(entry)).not.toMatch(/secret hall/i)
      }
      const entry = await shared({ place: 'Seattle', placeClaims: claims })
      expect(entry.claims).toHaveLength(2)
    },
  )

  it.each(['town', 'hidden'])('that is kept is not told by a route: %s', async (placePrecision) => {
    const march = {
      kind: 'march' as const,
      place: 'Gate 5, Seattle',
      details: { route: 'Gate 5 to Gate 6' },
    }
    const entry = await shared({ ...march, placePrecision })
    expect(entry.details).toEqual({})
    expect(JSON.stringify(entry)).not.toContain('Gate')
    expect((await shared(march)).details).toEqual(march.details)
  })

  it('is hidden until its hour, and seen afterwards', async () => {
    const { id } = await logEntry(world.owner, world.campaign, {
      ...{ place: 'Meeting point, Seattle', placeClaims: claims },
    })
    const shownUntil = async (placeHiddenUntil: Date) => {
      await withViewer(world.owner, (tx) =>
        tx.entry.updateMany({ where: { id }, data: { placeHiddenUntil } }),
      )
      const { place, claims: told } = await getEntry(world.reader, id)
      return [place, told.length]
    }
    expect(await shownUntil(new Date('2999-01-01'))).toEqual(['', 0])
    expect(await shownUntil(new Date('2026-01-01'))).toEqual(['Meeting point, Seattle', 2])
  })
})
