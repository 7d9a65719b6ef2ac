import { expect, it } from 'vitest'
import { personSchema } from '@/lib/schemas/person'
import { useTestDatabase } from '../auth/test-support'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { getEntry } from '../entries/queries'
import { mergeRecords } from '../merging/merge'
import { createPerson, updatePerson } from '../people/mutations'
import { listPeople } from '../people/queries'
import { readSharedRecord } from '../shares/reading/record'
import { editOf, saveEdit } from '../testing/editing'
import { logEntry, newWorld, type World } from '../testing/world'
import { trashRecord } from './mutations'
import { purgeTrash } from './purge'
import { named } from './references'

useTestDatabase()

const MONTH_MS = 31 * 86_400_000

/** The tables in whose rows a word stands, in any column. */
async function tablesWith({ owner }: World, word: string): Promise<string[]> {
  return withViewer(owner, async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`
    const found = []
    for (const { name } of tables) {
      const [row] = await tx.$queryRaw<unknown[]>`
        select 1 from ${named(name)} t where to_jsonb(t)::text ilike ${`%${word}%`} limit 1`
      if (row) found.push(name)
    }
    return found
  })
}

it('an erased person leaves the keyed fingerprint of their names, which still withholds them', async () => {
  const world = await newWorld()
  const { owner, campaign, reader } = world
  const { id: entry } = await logEntry(owner, campaign, {
    title: 'A walkout',
    appearances: [{ name: 'Quirin Xylander', quotes: [{ text: 'We walk.' }] }],
  })
  const [person] = await listPeople(owner)
  const id = person?.id ?? ''
  const twin = await createPerson(owner, personSchema.parse({ name: 'Q. Wolkenstein' }))
  await mergeRecords(owner, 'person', { survivorId: id, duplicateId: twin, take: {} })
  const renamed = { name: 'Zdenka Vrbova', otherNames: 'Zdenka Kralova' }
  await updatePerson(owner, id, personSchema.parse(renamed))
  const before = await getEntry(owner, entry)
  const values = Object.entries(editOf(before)).filter(([name]) => !name.startsWith('appearances.'))
  await saveEdit(owner, before, Object.fromEntries(values))
  await trashRecord(owner, 'person', id)
  await purgeTrash(systemViewer(world.workspaceId), new Date(Date.now() + MONTH_MS))

  for (const word of ['Xylander', 'Wolkenstein', 'Vrbova', 'Kralova'])
    expect([word, await tablesWith(world, word)]).toEqual([word, []])
  const left = await withViewer(owner, (tx) =>
    tx.erasedName.findMany({ select: { fingerprint: true } }),
  )
  expect(left.length).toBeGreaterThan(0)
  expect(left.every(({ fingerprint }) => fingerprint.length === 32)).toBe(true)

  await logEntry(owner, campaign, {
    title: 'Xylander, Quirin; Z. Vrbova; Kralova’s; the Wolkensteins',
  })
  const titles = (await readSharedRecord(reader)).entries.map(({ title }) => title)
  const W = '[name withheld]'
  expect(titles).toContain(`${W}; ${W}; ${W}’s; the ${W}s`)
})
