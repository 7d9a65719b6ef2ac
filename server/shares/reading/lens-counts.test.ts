import { beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase as aTestDatabase } from '../../auth/test-support'
import { logEntry, newWorld, type World } from '../../testing/world'
import { countLenses } from './lens-counts'
import { previewShare } from './preview'

aTestDatabase()

let world: World
let rally: string
beforeAll(async () => {
  world = await newWorld()
  const { owner, campaign } = world
  const agreed = { consentReason: 'said so' }
  const { id } = await logEntry(owner, campaign, {
    ...{ title: 'A rally', place: 'Gate 5, Seattle' },
    appearances: [
      { name: 'Maren Open', consent: 'named', ...agreed },
      { name: 'Ines Initials', consent: 'initials', ...agreed },
      { name: 'Rae Role', consent: 'role_only', ...agreed },
      { name: 'Hana Hidden' },
    ],
  })
  rally = id
  await logEntry(owner, campaign, {
    ...{ title: 'An account', place: 'Gate 6, Seattle', placePrecision: 'town' },
    ...{ accordingTo: 'Maren Open' },
    appearances: [{ name: 'Maren Open', consent: 'named', ...agreed }],
  })
  await logEntry(owner, campaign, {
    ...{ title: 'A secret place', place: 'Gate 7, Seattle', placePrecision: 'hidden' },
  })
  await logEntry(owner, campaign, { title: 'An evening', kind: 'meeting' })
  await logEntry(owner, campaign, { title: 'Not yet', status: 'draft' })
})

describe('what each lens would show', () => {
  it('is counted in this record', async () => {
    const { owner, campaign } = world
    const { of, lenses } = await countLenses(owner, { campaignId: campaign.id })
    expect(of).toEqual({ all: 5, published: 4 })
    const places = { exact: 1, town: 1 }
    const all = { named: 1, initials: 1, roleOnly: 1 }
    expect(lenses).toEqual([
      {
        ...{ lens: 'public', entries: 3, places },
        people: { named: 1, initials: 0, roleOnly: 0 },
      },
      { lens: 'press', entries: 3, places, people: all },
      { lens: 'ally', entries: 4, places, people: all },
      { lens: 'member', entries: 4, places, people: all },
    ])
  })

  it('is what the link itself would show', async () => {
    const { owner, campaign } = world
    const { lenses } = await countLenses(owner, { campaignId: campaign.id })
    for (const { lens, entries, people } of lenses) {
      const link = { campaignId: campaign.id, lens, choices: null }
      const { count, page } = await previewShare(owner, link)
      expect(count).toBe(entries)
      const named = page.entries.flatMap(({ appearances }) =>
        appearances.flatMap(({ name, consent }) => (consent === 'named' ? [name] : [])),
      )
      expect(new Set(named).size).toBe(people.named)
    }
  })

  it('is of one entry, or of what a filter leaves, where the link is', async () => {
    const { owner, campaign } = world
    const of = { campaignId: campaign.id }
    const one = await countLenses(owner, { ...of, scope: 'entry', entry: rally })
    expect(one).toMatchObject({
      of: { all: 1, published: 1 },
      lenses: [{ entries: 1 }, {}, {}, {}],
    })
    const filtered = await countLenses(owner, { ...of, scope: 'filter', filter: 'kind=meeting' })
    expect(filtered.of).toEqual({ all: 1, published: 1 })
    expect(filtered.lenses.map(({ entries }) => entries)).toEqual([0, 0, 1, 1])
  })
})
