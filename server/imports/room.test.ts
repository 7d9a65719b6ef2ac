import { beforeEach, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { MOST_CITATIONS, MOST_CLAIMS } from '@/lib/schemas/entry-parts'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newWorld, type World } from '../testing/world'
import { addImport } from './mutations'
import { runImport } from './run'

useTestDatabase()

let world: World
beforeEach(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, {
    ...{ title: 'Rally at the Spheres', place: 'Seattle', date: '13 Feb 2026', crowd: '150' },
  })
})

const mapping = {
  columns: columnsTo(['Date', 'date'], ['Title', 'title'], ['Crowd', 'crowd'], ['By', 'actor']),
  constants: { kind: 'rally' },
}
async function joined(count: number, crowdOf: (row: number) => string) {
  const rows = Array.from(
    { length: count },
    (_, row) => `2026-02-13,Rally at the Spheres,${crowdOf(row)},Local ${row + 1}`,
  )
  const bytes = new TextEncoder().encode(['Date,Title,Crowd,By', ...rows].join('\n'))
  const id = await addImport(world.owner, world.campaign.slug, { name: 'a.csv', bytes, mapping })
  const { checked } = await runImport(world.owner, id, { alike: 'same', takeGood: true })
  return { joined: checked.joined.length, refused: checked.refused.length }
}

it('is there for as many rows as an entry cites, where none of them says otherwise', async () => {
  expect(await joined(MOST_CLAIMS + 5, () => '')).toEqual({ joined: 25, refused: 0 })
  expect(await joined(MOST_CITATIONS - 24, () => '150')).toEqual({ joined: 25, refused: 1 })
})

it('is there for as many values as an entry has of one field', async () => {
  const crowds = await joined(MOST_CLAIMS + 5, (row) => `${200 + row}`)
  expect(crowds).toEqual({ joined: MOST_CLAIMS - 1, refused: 6 })
})
