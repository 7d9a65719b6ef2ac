import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import type { LensChoices } from '@/lib/shares/lens'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import { shareReaderFor } from '../../auth/share-reader'
import type { ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { logEntry, newWorld, type World } from '../../testing/world'
import { createShare } from '../links/mutations'
import { choicesOf } from './choices'
import { readingOf, readShared } from './read'
import { recordIdFor } from './record-ids'
import { without } from './test-support'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  await logEntry(owner, campaign, {
    ...{ title: 'At the Spheres', place: 'Amazon Spheres, Seattle', placePrecision: 'exact' },
    organizations: [{ name: 'Amazon', part: 'target' }],
    appearances: [
      { name: 'Maren Open', consent: 'named', consentReason: 'said so', role: 'speaker' },
      { name: 'Hana Hidden' },
    ],
  })
  await logEntry(owner, campaign, {
    ...{ title: 'At a house', place: "Hana Hidden's house, Kent", placePrecision: 'exact' },
    organizations: [{ name: 'Ring', part: 'target' }],
  })
  await logEntry(owner, campaign, {
    ...{ title: 'Near a town', place: 'The pier, Tacoma', placePrecision: 'town' },
    appearances: [
      { name: 'Ines Initials', consent: 'initials', consentReason: 'so', role: 'speaker' },
    ],
  })
  await logEntry(owner, campaign, {
    ...{ title: 'Nowhere', place: 'A safe flat, Oakland', placePrecision: 'hidden' },
  })
  await withViewer(owner, async (tx) => {
    const [parent, child] = await Promise.all(
      ['Amazon', 'Ring'].map((name) => tx.organization.findFirstOrThrow({ where: { name } })),
    )
    await tx.organization.updateMany({
      where: { id: child?.id ?? '' },
      data: { parentId: parent?.id ?? null },
    })
  })
})

const offersTo = (reader: ShareReader) => readingOf(reader, (context) => choicesOf(context))
const labels = (all: { label: string }[]) => all.map(({ label }) => label).sort()

async function found(asked: Partial<TimelineFilter>, reader = world.reader) {
  const { page, filter, filterNames } = await readShared(reader, {
    ...{ order: 'newest', after: null, limit: 100 },
    filter: { ...noFilter, ...asked },
  })
  return { titles: page.entries.map(({ title }) => title).sort(), filter, filterNames }
}

const ALL = ['At a house', 'At the Spheres', 'Near a town', 'Nowhere']

describe('what readers of a link may ask for', () => {
  it('is what it shows of its entries', async () => {
    const { organizations, people, places } = await offersTo(world.reader)
    expect(labels(organizations)).toEqual(['Amazon', 'Ring'])
    expect(labels(people)).toEqual(['Maren Open'])
    expect(labels(places)).toEqual(['Amazon Spheres, Seattle', 'Kent', 'Seattle', 'Tacoma'])
  })

  it('finds the entries that show it', async () => {
    const { organizations, people } = await offersTo(world.reader)
    const [amazon, person] = [organizations, people].map(
      (of) => of.find(({ label }) => ['Amazon', 'Maren Open'].includes(label))?.value ?? '',
    )
    // Ring is a division of Amazon, which no page says.
    const at = await found({ organizations: [amazon ?? ''] })
    expect(at.titles).toEqual(['At the Spheres'])
    expect(at.filterNames.organizations.get(amazon ?? '')).toBe('Amazon')
    expect((await found({ people: [person ?? ''] })).titles).toEqual(['At the Spheres'])
    expect((await found({ places: ['seattle'] })).titles).toEqual(['At the Spheres'])
    expect((await found({ places: ['Kent'] })).titles).toEqual(['At a house'])
    expect((await found({ places: ['Tacoma'] })).titles).toEqual(['Near a town'])
    const two = await found({ places: ['Kent', 'A place that is nowhere'] })
    expect([two.titles, two.filter.places]).toEqual([['At a house'], ['Kent']])
  })
})

describe('what a link withholds', () => {
  const idsOf = async (table: 'person' | 'organization', name: string) => {
    const found = await withViewer(world.owner, async (tx) =>
      table === 'person'
        ? tx.person.findFirstOrThrow({ where: { name } })
        : tx.organization.findFirstOrThrow({ where: { name } }),
    )
    return (reader: ShareReader) =>
      recordIdFor(reader, found.id).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
  const readerWith = async (choices: LensChoices): Promise<ShareReader> => {
    const { campaign, owner } = world
    const link = { campaign: campaign.id, lens: 'member', choices: JSON.stringify(choices) }
    const { url } = await createShare(owner, shareSchema.parse(link))
    const reader = await shareReaderFor(new URL(url).pathname.slice('/s/'.length))
    if (!reader) throw new Error('The new link is not readable.')
    return reader
  }

  it.each(['Hana Hidden', 'Ines Initials'])('%s cannot be asked for', async (name) => {
    const id = (await idsOf('person', name))(world.reader)
    const { titles, filter } = await found({ people: [id] })
    expect(titles).toEqual(ALL)
    expect(filter).toEqual(noFilter)
  })

  it.each([
    ['a name in it', "Hana Hidden's house, Kent"],
    ['its town alone told', 'The pier, Tacoma'],
    ['its place hidden', 'A safe flat, Oakland'],
    ['its place hidden', 'Oakland'],
    ['nothing at it', 'Nome'],
  ])('a place with %s cannot be asked for', async (_what, place) => {
    const { titles, filter } = await found({ places: [place] })
    expect(titles).toEqual(ALL)
    expect(filter).toEqual(noFilter)
  })

  it('cannot be asked for where the link leaves the field out', async () => {
    const [amazon, maren] = await Promise.all([
      idsOf('organization', 'Amazon'),
      idsOf('person', 'Maren Open'),
    ])
    const plain = await readerWith(without('organizations', 'people'))
    for (const asked of [{ organizations: [amazon(plain)] }, { people: [maren(plain)] }])
      expect((await found(asked, plain)).titles).toEqual(ALL)
    const unnamed = await readerWith({ people: ['role_only'] })
    expect((await found({ people: [maren(unnamed)] }, unnamed)).titles).toEqual(ALL)
    for (const reader of [plain, unnamed]) expect((await offersTo(reader)).people).toEqual([])
    const town = await readerWith({ places: 'town' })
    expect((await found({ places: ['Amazon Spheres, Seattle'] }, town)).titles).toEqual(ALL)
    expect((await found({ places: ['Seattle'] }, town)).titles).toEqual(['At the Spheres'])
    const none = await readerWith({ places: 'none' })
    expect((await found({ places: ['Seattle'] }, none)).titles).toEqual(ALL)
    expect((await offersTo(none)).places).toEqual([])
  })
})
