import { beforeAll, expect, it } from 'vitest'
import { searchFilters } from '@/lib/search/filters'
import { useTestDatabase } from '../auth/test-support'
import { getEntry } from '../entries/queries'
import { addPhoto } from '../photos/mutations'
import { dots } from '../photos/test-support'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { searchRecords } from './queries'

useTestDatabase()

let world: World

beforeAll(async () => {
  world = await newWorld()
})

async function found(q: string): Promise<string[]> {
  const { results } = await searchRecords(world.viewer, searchFilters({ q }).filters)
  return results.map(({ id }) => id)
}

it('finds an entry by the words of its photos and links, for as long as they are there', async () => {
  const { id: photo } = await addPhoto(world.owner, await dots(20, 20).png().toBuffer(), [])
  const other = await logEntry(world.owner, world.campaign, { title: 'Another' })
  const { id } = await logEntry(world.owner, world.campaign, {
    photos: [{ photo, alt: 'A zeppelin over the lake', caption: 'Xylophones', credit: 'Quetzal' }],
    links: [{ relation: 'mentions', entryId: other.id, entry: 'Another', note: 'A kaleidoscope' }],
  })
  for (const word of ['zeppelin', 'xylophones', 'quetzal', 'kaleidoscope'])
    expect(await found(word)).toEqual([id])
  const entry = await getEntry(world.owner, id)
  await saveEdit(
    world.owner,
    entry,
    editOf(entry, { 'photos.0.remove': 'on', 'links.0.entry': '', 'links.0.note': '' }),
  )
  for (const word of ['zeppelin', 'kaleidoscope']) expect(await found(word)).toEqual([])
})
