import { beforeAll, describe, expect, it } from 'vitest'
import { readFilter } from '@/lib/timeline/filters'
import { useTestDatabase } from '../../auth/test-support'
import type { Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'
import { listDemands } from '../../demands/queries'
import { findPlaces } from '../../places/find'
import { logEntry, newCampaignFor, newWorld, readerOf, type World } from '../../testing/world'
import { filterNames } from './names'
import { filteredEntries } from './where'

useTestDatabase()

type Asked = Record<string, string | string[]>
type Fields = Parameters<typeof logEntry>[2]

let world: World
beforeAll(async () => {
  world = await newWorld()
})

/** A campaign of its own with these entries, and what a filter finds there. */
async function recordOf(...entries: Fields[]) {
  const { owner } = world
  const campaign = await newCampaignFor(owner)
  for (const fields of entries) await logEntry(owner, campaign, fields)
  const reader = await readerOf(owner, campaign.id)
  const found = (asked: Asked, viewer: Viewer = owner) =>
    withViewer(viewer, async (tx) => {
      const where = await filteredEntries(tx, viewer, campaign.id, readFilter(asked))
      const rows = await tx.$queryRaw<{ title: string }[]>`
        select e.title from entry e where ${where} order by e.title`
      return rows.map(({ title }) => title)
    })
  return { owner, campaign, reader, found, byReader: (asked: Asked) => found(asked, reader) }
}

const set = (change: (tx: Parameters<Parameters<typeof withViewer>[1]>[0]) => Promise<unknown>) =>
  withViewer(world.owner, change)
const personId = (name: string) =>
  withViewer(world.owner, async (tx) => (await tx.person.findFirstOrThrow({ where: { name } })).id)

describe('between two days', () => {
  it('is what may touch one of them, the days themselves among them', async () => {
    const { found } = await recordOf(
      { title: 'A day', date: '13 Feb 2026' },
      { title: 'A span', date: '2026-02-10/2026-02-14' },
      { title: 'A month', date: 'Feb 2026' },
      { title: 'Since then', date: 'since 20 Feb 2026' },
    )
    const all = ['A day', 'A month', 'A span', 'Since then']
    expect(await found({ from: '2026-02-13' })).toEqual(all)
    expect(await found({ from: '2026-02-14' })).toEqual(['A month', 'A span', 'Since then'])
    expect(await found({ from: '2026-02-15' })).toEqual(['A month', 'Since then'])
    expect(await found({ from: '2026-03-01' })).toEqual(['Since then'])
    expect(await found({ to: '2026-02-20' })).toEqual(all)
    expect(await found({ to: '2026-02-19' })).toEqual(['A day', 'A month', 'A span'])
    expect(await found({ to: '2026-02-12' })).toEqual(['A month', 'A span'])
    expect(await found({ to: '2026-02-10' })).toEqual(['A month', 'A span'])
    expect(await found({ to: '2026-02-09' })).toEqual(['A month'])
    expect(await found({ to: '2026-01-31' })).toEqual([])
  })

  it('is known exactly where first and last day are', async () => {
    const { found } = await recordOf(
      { title: 'A day', date: '13 Feb 2026' },
      { title: 'A span', date: '2026-02-10/2026-02-14' },
      { title: 'A month', date: 'Feb 2026' },
      // As long as a day when it is written.
      { title: 'Since a month', date: '2026-02/..' },
      { title: 'About a day', date: '2026-02-13~' },
    )
    expect(await found({ date: 'exact' })).toEqual(['A day', 'A span'])
    expect(await found({ date: 'uncertain' })).toEqual(['A month', 'About a day', 'Since a month'])
  })

  it('differs where sources give other dates, and not where they give other places', async () => {
    const claims = (...values: string[]) => values.map((value) => ({ value, saidBy: 'a poster' }))
    const { found } = await recordOf(
      { title: 'Dates', dateClaims: claims('13 Feb 2026', '12 Feb 2026') },
      { title: 'Places', placeClaims: claims('Gate 5', 'Gate 6') },
      { title: 'Neither', placeClaims: claims('Gate 5', 'GATE 5') },
    )
    expect(await found({ date: 'differ' })).toEqual(['Dates'])
  })
})

describe('by demand', () => {
  it('is what touches it in this campaign, for as long as it is not in the trash', async () => {
    const { campaign, found } = await recordOf(
      { title: 'Raises it', demands: [{ wording: 'End it.', targets: 'Amazon' }] },
      { title: 'About nothing' },
    )
    const [demand] = await listDemands(world.owner, campaign.id)
    await logEntry(world.owner, campaign, {
      ...{ kind: 'statement', title: 'Answers it' },
      demands: [{ demand: demand?.id, relation: 'answers', at: 'Amazon', stance: 'deflects' }],
    })
    expect(await found({ demand: '1' })).toEqual(['Answers it', 'Raises it'])
    expect(await found({ lane: 'demand' })).toEqual(['Raises it'])
    const other = await recordOf({ title: 'Elsewhere' })
    expect(await other.found({})).toEqual(['Elsewhere'])
    await set((tx) =>
      tx.demand.updateMany({
        where: { campaignId: campaign.id },
        data: { trashedAt: new Date() },
      }),
    )
    expect(await found({ demand: '1' })).toEqual([])
    expect(await found({ lane: 'demand' })).toEqual([])
    expect(await found({ lane: ['demand', 'response'] })).toEqual(['Answers it'])
  })
})

describe('by person', () => {
  it('is where they were, or whose account it is, and who may be asked for', async () => {
    const { found, byReader } = await recordOf(
      { title: 'There', appearances: [{ name: 'Nadia Example' }] },
      { kind: 'retaliation', title: 'By her account', accordingTo: 'Nadia Example' },
      { title: 'Without her' },
    )
    const person = await personId('Nadia Example')
    const both = ['By her account', 'There']
    expect(await found({ person })).toEqual(both)
    for (const consent of ['hidden', 'role_only', 'initials'] as const) {
      await set((tx) => tx.person.updateMany({ where: { id: person }, data: { consent } }))
      expect(await byReader({ person })).toEqual([])
    }
    await set((tx) => tx.person.updateMany({ where: { id: person }, data: { consent: 'named' } }))
    expect(await byReader({ person })).toEqual(both)
    await set((tx) =>
      tx.person.updateMany({ where: { id: person }, data: { trashedAt: new Date() } }),
    )
    expect(await found({ person })).toEqual([])
  })
})

describe('what a reader asks for', () => {
  it('finds no place that is kept back, and no more of one than its town', async () => {
    const place = 'Gate 5, Tacoma'
    const [tacoma] = await findPlaces('Tacoma')
    const { found, byReader } = await recordOf(
      { title: 'Exact', place },
      { title: 'Rounded', place, placePrecision: 'town' },
      {
        ...{ title: 'Known', place: 'Tacoma, by the Dome', placePrecision: 'town' },
        ...{ latitude: '47.2367', longitude: '-122.4269', town: tacoma?.id },
      },
      { title: 'Without a town', place: 'Tacoma', placePrecision: 'town' },
      { title: 'Never', place, placePrecision: 'hidden' },
      { title: 'Not before then', place, placeHiddenUntil: '1 Mar 2099' },
    )
    expect(await found({ place })).toEqual(['Exact', 'Never', 'Not before then', 'Rounded'])
    expect(await byReader({ place })).toEqual(['Exact'])
    expect(await byReader({ place: 'Tacoma' })).toEqual(['Exact', 'Known', 'Rounded'])
    expect(await found({ place: 'Tacoma, by the Dome' })).toEqual(['Known'])
    expect(await byReader({ place: 'by the Dome' })).toEqual([])
    expect(await found({ q: 'gate' })).toHaveLength(4)
    expect(await byReader({ q: 'gate' })).toEqual(['Exact'])
  })

  it('has a source where one is shown, and none where only a hidden quote has one', async () => {
    const consented = { consent: 'named', consentReason: 'said so' }
    const quoted = (consent: string | null, name: object) => ({
      citations: [{ title: 'A report', exact: 'so' }],
      appearances: [
        { ...name, quotes: [{ text: 'So.', ...(consent && { consent }), source: 'entry' }] },
      ],
    })
    const { found, byReader } = await recordOf(
      { title: 'Open', ...quoted(null, { name: 'Nadia Example', ...consented }) },
      { title: 'Hidden person', ...quoted(null, { name: 'Hana Zabrowski' }) },
      { title: 'Hidden quote', ...quoted('hidden', { name: 'Omar Quillfeather', ...consented }) },
      { title: 'Nobody’s', ...quoted(null, { description: 'a group' }) },
      { title: 'Unsourced' },
    )
    // The quotes alone are cited for.
    await set((tx) => tx.citation.deleteMany({ where: { entryId: { not: null } } }))
    const sourced = ['Hidden person', 'Hidden quote', 'Nobody’s', 'Open']
    expect(await found({ source: 'yes' })).toEqual(sourced)
    expect(await found({ source: 'no' })).toEqual(['Unsourced'])
    expect(await byReader({ source: 'yes' })).toEqual(['Nobody’s', 'Open'])
    expect(await byReader({ source: 'no' })).toEqual(['Hidden person', 'Hidden quote', 'Unsourced'])
  })

  it('goes by no tag', async () => {
    const { found, byReader } = await recordOf(
      { title: 'Tagged', tags: 'inside' },
      { title: 'Not' },
    )
    expect(await found({ tag: 'inside' })).toEqual(['Tagged'])
    expect(await byReader({ tag: 'inside' })).toEqual([])
  })
})

it('a filter is told by the names of what is there, to readers by those they may know', async () => {
  const { owner, campaign, reader } = await recordOf({
    ...{ title: 'It', organizations: [{ name: 'Amazon', part: 'target' }] },
    appearances: [{ name: 'Petra Quiet' }],
    demands: [{ wording: 'End it.', targets: 'Amazon' }],
  })
  const person = await personId('Petra Quiet')
  const { id: org } = await withViewer(owner, (tx) =>
    tx.organization.findFirstOrThrow({ where: { name: 'Amazon' } }),
  )
  const asked = readFilter({ org, person, demand: '1' })
  const named = async (viewer: Viewer) => {
    const names = await withViewer(viewer, (tx) => filterNames(tx, viewer, campaign.id, asked))
    return [names.organizations, names.people, names.demands].flatMap((all) => [...all.values()])
  }
  expect(await named(owner)).toEqual(['Amazon', 'Petra Quiet', 'End it.'])
  expect(await named(reader)).toEqual(['Amazon', 'End it.'])
  const gone = { data: { trashedAt: new Date() } }
  await set((tx) => tx.organization.updateMany({ where: { id: org }, ...gone }))
  await set((tx) => tx.person.updateMany({ where: { id: person }, ...gone }))
  await set((tx) => tx.demand.updateMany({ where: { campaignId: campaign.id }, ...gone }))
  expect(await named(owner)).toEqual([])
})
