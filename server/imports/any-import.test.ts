import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { damaged } from '@/lib/imports/damage-test-support'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { AppError } from '../errors'
import { newWorld, type World } from '../testing/world'
import { addImport } from './mutations'
import { runImport } from './run'

useTestDatabase()

const SHEET = [
  'Date,Kind,Title,Place,Participants,Organization,Source',
  '2026-02-13,strike,"Drivers stop work, again",Seattle,200-300,Local 12,https://news.example.org/1',
  '13 Feb 2026,rally,March to the plant,Toledo,about 40,Local 12; Local 14,https://news.example.org/2',
  'about 2019,rally,=1+1,Zürich,,Amazon,A leaflet',
].join('\n')
const WORDS = [
  ',',
  '\n',
  '"',
  '2026-02-31',
  'hundreds',
  ';',
  'javascript:alert(1)',
  'x'.repeat(400),
]

let world: World
beforeAll(async () => {
  world = await newWorld()
})

const counts = () =>
  withViewer(world.owner, async (tx) => ({
    entries: await tx.entry.count(),
    rows: await tx.importedRow.count(),
    organizations: await tx.organization.count(),
    sources: await tx.source.count(),
  }))

describe('a damaged sheet', () => {
  it('is imported as its check says, or leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        damaged(Buffer.from(SHEET), WORDS),
        fc.boolean(),
        async (bytes, takeGood) => {
          const before = await counts()
          try {
            const file = { name: 'sheet.csv', bytes }
            const id = await addImport(world.owner, world.campaign.slug, file)
            const choices = { alike: 'make', takeGood } as const
            const { checked, written } = await runImport(world.owner, id, choices)
            const after = await counts()
            const { good, joined, updated } = checked
            const made = written ? good.length : 0
            const changed = written ? joined.length + updated.length : 0
            expect(written).toBe(takeGood || checked.refused.length === 0)
            expect(after.entries - before.entries).toBe(made)
            expect(after.rows - before.rows).toBe(made + changed)
            if (made + changed === 0) expect(after).toEqual(before)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            expect(error.message).toMatch(/^[\p{Lu}“].*[.?!]$/u)
            expect(await counts()).toEqual(before)
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
