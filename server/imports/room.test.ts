import { beforeEach, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { LEAVE_ALL } from '@/lib/schemas/import'
import { MOST_CITATIONS, MOST_CLAIMS } from '@/lib/schemas/entry-parts'
import { useTestDatabase } from '../auth/test-support'
import { logEntry, newWorld, type World } from '../testing/world'
import { addImport } from './mutations'
import { lookAtImport, rowsToFixOf } from './queries'
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
async function added(count: number, crowdOf: (row: number) => string) {
  const rows = Array.from(
    { length: count },
    (_, row) => `2026-02-13,Rally at the Spheres,${crowdOf(row)},Local ${row + 1}`,
  )
  const bytes = new TextEncoder().encode(['Date,Title,Crowd,By', ...rows].join('\n'))
  return addImport(world.owner, world.campaign.slug, { name: 'a.csv', bytes, mapping })
}
async function joined(count: number, crowdOf: (row: number) => string) {
  const id = await added(count, crowdOf)
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

it('is named as wanting, and the rows are given back, once the answers were given', async () => {
  const id = await added(MOST_CLAIMS + 5, (row) => `${200 + row}`)
  expect((await lookAtImport(world.owner, id, LEAVE_ALL)).checked?.refused).toEqual([])
  const choices = { alike: 'same', takeGood: false } as const
  expect((await runImport(world.owner, id, choices)).written).toBe(false)
  const { checked, answers } = await lookAtImport(world.owner, id, LEAVE_ALL)
  expect(checked?.refused).toHaveLength(6)
  expect(checked?.alike).toHaveLength(MOST_CLAIMS + 5)
  expect(answers.alike).toBe('same')
  expect(await rowsToFixOf(world.owner, id)).not.toBeNull()
})
