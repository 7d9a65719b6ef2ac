import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '@/lib/imports/read-table'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { newCampaignFor, newWorld, type World } from '../testing/world'
import { addImport } from './mutations'
import { runImport } from './run'

useTestDatabase()

// Public archives that lie beside a checkout of some; the repository does not have them.
const ARCHIVES = '../shared/data'
const files = existsSync(ARCHIVES)
  ? readdirSync(ARCHIVES, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:csv|json)$/.test(name),
    )
  : []
/** Refused by name, as `lib/imports/archives.test.ts` asks. */
const VERSION_2 = /\/(?:example|houston_timeline2|user-interface_timeline2|welcome)\.json$/

let world: World
beforeAll(async () => {
  world = await newWorld()
})

describe.skipIf(files.length === 0)('a public archive', () => {
  it.each(files.filter((name) => !VERSION_2.test(name)))(
    '%s: each row is in the record once, or is given back with its reason',
    async (name) => {
      const bytes = cutShort(readFileSync(join(ARCHIVES, name)), name)
      const { table } = readTable(bytes, 'America/Los_Angeles')
      const { id: campaignId, slug } = await newCampaignFor(world.owner)
      const id = await addImport(world.owner, slug, { name: name.replace(/^.*\//, ''), bytes })
      const { checked } = await runImport(world.owner, id, { alike: 'make', takeGood: true })
      const { good, refused, skipped } = checked
      expect(refused.filter(({ refusals }) => refusals.length === 0)).toEqual([])
      expect(skipped.filter(({ reason }) => reason === '')).toEqual([])
      const numbers = [
        ...[...good, ...refused].map(({ row }) => row.number),
        ...skipped.map(({ number }) => number),
      ].sort((a, b) => a - b)
      const read = [...table.rows, ...table.leftOut].map(({ number }) => number)
      expect(numbers).toEqual(read.sort((a, b) => a - b))
      const landed = await withViewer(world.owner, (tx) =>
        tx.entry.findMany({
          where: { campaignId },
          select: { citations: { select: { exact: true } } },
        }),
      )
      const rows = landed.map(({ citations }) =>
        citations.flatMap(({ exact }) => /^Row (\d+)/.exec(exact)?.[1] ?? []).join(' '),
      )
      expect(rows.map(Number).sort((a, b) => a - b)).toEqual(
        good.map(({ row }) => row.number).sort((a, b) => a - b),
      )
    },
  )
})

/** How many lines of an archive are tried here; the whole of each is read by `lib/imports/archives.test.ts`. */
const LINES = 150

/** The first lines of a table whose rows have one line each; other files are small. */
function cutShort(bytes: Buffer, name: string): Buffer {
  if (!name.endsWith('.csv')) return bytes
  const lines = bytes.toString('utf8').split('\n')
  const head = lines.slice(0, LINES).join('\n')
  // A quoted cell that goes on over the cut would be open.
  return lines.length <= LINES || (head.match(/"/g) ?? []).length % 2 > 0
    ? bytes
    : Buffer.from(head)
}
