import { beforeAll, describe, expect, it } from 'vitest'
import { organizationSchema } from '@/lib/schemas/campaign'
import { useTestDatabase } from './auth/test-support'
import { withViewer, type Tx } from './db'
import { resolveEntry } from './entries/resolve-entry'
import { mappingNamed, saveMapping } from './imports/saved-mappings'
import { organizationNamed } from './organizations/find-or-create'
import { createOrganization } from './organizations/mutations'
import { personNamed } from './people/find-or-create'
import { citationSource } from './sources/find-or-create'
import { logEntry, newWorld, type World } from './testing/world'

useTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
})
const within = <T>(run: (tx: Tx) => Promise<T>) => withViewer(world.owner, run)

// The first is what the second would also find if its marks were a pattern's.
const PAIRS = [
  ['events-2026', 'events_2026'],
  ['May 1 of 100 years', 'May 1% years'],
  ['Local%', String.raw`Local\%`],
  ['Depot', 'Depot\\'],
] as const

describe.each(PAIRS)('“%s” is not “%s”', (one, other) => {
  it.each<[string, (name: string) => Promise<unknown>]>([
    ['a source', (title) => within((tx) => citationSource(tx, world.owner, { title }))],
    ['an organization', (name) => within((tx) => organizationNamed(tx, world.owner, name))],
    ['a person', (name) => within((tx) => personNamed(tx, world.owner, name))],
  ])('as the name of %s', async (_, named) => {
    const first = await named(one)
    expect(await named(one.toUpperCase())).toBe(first)
    expect(await named(other)).not.toBe(first)
    expect(await named(other.toUpperCase())).toBe(await named(other))
  })

  it('as the title of an entry', async () => {
    const { id } = await logEntry(world.owner, world.campaign, { title: one })
    const meant = (entry: string) =>
      within((tx) => resolveEntry(tx, world.owner, { entry }, ['entry']))
    expect(await meant(one.toUpperCase())).toBe(id)
    await expect(meant(other)).rejects.toThrow('No entry has this title.')
  })

  it('as the name of a mapping', async () => {
    const mapping = { columns: {}, constants: {} }
    await saveMapping(world.owner, one, mapping)
    expect(await mappingNamed(world.owner, one.toUpperCase())).toMatchObject(mapping)
    await expect(mappingNamed(world.owner, other)).rejects.toThrow('does not exist')
  })

  it('as the name of a new organization', async () => {
    const add = (name: string) =>
      createOrganization(world.owner, organizationSchema.parse({ name: `New ${name}` }))
    await add(one)
    await expect(add(one.toUpperCase())).rejects.toThrow('of this name already')
    await add(other)
  })
})
