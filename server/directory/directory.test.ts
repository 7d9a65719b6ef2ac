import { beforeAll, describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { personSchema } from '@/lib/schemas/person'
import { useTestDatabase } from '../auth/test-support'
import { createOrganization } from '../organizations/mutations'
import { createPerson } from '../people/mutations'
import { logEntry, newWorld, type World } from '../testing/world'
import { listDirectory } from './queries'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})

describe('a directory', () => {
  it('lists organizations as a tree, and by words as a list', async () => {
    const { owner, campaign } = world
    const make = (fields: object) => createOrganization(owner, organizationSchema.parse(fields))
    await make({ name: 'Zeta' })
    await make({ name: 'Ring', parent: 'Amazon', otherNames: 'Doorbell Café' })
    await make({ name: 'Neighbors', parent: 'Ring' })
    await logEntry(owner, campaign, { organizations: [{ name: 'Ring', part: 'target' }] })
    const { items } = await listDirectory(owner, 'organization')
    expect(items.map(({ name, depth, mentions }) => [name, depth, mentions])).toEqual([
      ['Amazon', 0, 0],
      ['Ring', 1, 1],
      ['Neighbors', 2, 0],
      ['Zeta', 0, 0],
    ])
    const found = await listDirectory(owner, 'organization', { q: 'cafe door' })
    expect(found.items.map(({ name }) => name)).toEqual(['Ring'])
    // A campaign names a division without the whole, and not what the division has below it.
    const used = await listDirectory(owner, 'organization', { campaignId: campaign.id })
    expect(used.items.map(({ name, depth }) => [name, depth])).toEqual([['Ring', 0]])
  })

  it('counts what its reader may see', async () => {
    const { owner, viewer, campaign } = world
    const cited = { citations: [{ title: 'Only a draft cites it' }], status: 'draft' }
    await logEntry(owner, campaign, cited)
    await logEntry(owner, campaign, {
      appearances: [{ name: 'Jo Example', quotes: [{ text: 'Words', source: 'entry' }] }],
      citations: [{ title: 'A report' }],
    })
    const counts = async (who: typeof owner) =>
      (await listDirectory(who, 'source')).items.map(({ name, mentions }) => [name, mentions])
    expect(await counts(owner)).toEqual([
      ['A report', 1],
      ['Only a draft cites it', 1],
    ])
    expect(await counts(viewer)).toEqual([
      ['A report', 1],
      ['Only a draft cites it', 0],
    ])
  })

  it('goes on by key, and refuses a cursor that is none', async () => {
    const { owner } = world
    for (let n = 100; n < 210; n += 1)
      await createPerson(owner, personSchema.parse({ name: `Person ${n}` }))
    const first = await listDirectory(owner, 'person')
    expect(first.items).toHaveLength(100)
    const second = await listDirectory(owner, 'person', { after: first.next })
    expect(second.next).toBeNull()
    const names = [...first.items, ...second.items].map(({ name }) => name)
    expect(names).toEqual(
      [...new Set(names)].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
    )
    expect(names).toHaveLength(111)
    await expect(listDirectory(owner, 'person', { after: 'x' })).rejects.toThrow('Begin again')
  })
})
