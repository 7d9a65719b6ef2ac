// npm run bench -- archives [--data ../shared/data]: imports every file of a folder of public archives into
// a campaign of its own, and prints what became of its rows: how many came in, which were refused and why,
// and that none was lost. Ends with an error where a row is in none of the columns.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { UnreadableFile } from '@/lib/imports/table'
import { withOwnDatabase } from './lib/own-database.mjs'
import { benchCampaign } from './timeline/write'

const { values } = parseArgs({ options: { data: { type: 'string', default: '../shared/data' } } })
const HABITS = { timeZone: 'America/Los_Angeles', dayOrder: 'ask', weekStart: 'monday' } as const
const ENDINGS = /\.(?:csv|tsv|json|xlsx|ods|ics|geojson)$/

if (existsSync(values.data)) await withOwnDatabase(importAll)
else console.log(`There are no archives at ${values.data}. Name their folder with --data.`)

async function importAll(client: pg.Client): Promise<void> {
  const workspaceId = randomUUID()
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  await client.query("insert into workspace (id, name) values ($1, 'Bench')", [workspaceId])
  const { systemViewer } = await import('@/server/auth/viewers')
  const { AppError } = await import('@/server/errors')
  const { addImport } = await import('@/server/imports/mutations')
  const { prepareImport } = await import('@/server/imports/prepare')
  const { runImport } = await import('@/server/imports/run')
  const viewer = systemViewer(workspaceId)
  const files = readdirSync(values.data, { recursive: true, encoding: 'utf8' })
    .filter((name) => ENDINGS.test(name) && statSync(join(values.data, name)).isFile())
    .sort()
  const table = []
  const reasons = new Map<string, number>()
  for (const [index, name] of files.entries()) {
    const slug = `archive-${index + 1}`
    await benchCampaign(client, workspaceId, slug, name)
    const file = { name, bytes: readFileSync(join(values.data, name)) }
    try {
      const id = await addImport(viewer, slug, file)
      const { table: read } = await prepareImport(HABITS, file)
      const begin = performance.now()
      const { checked } = await runImport(viewer, id, { alike: 'make', takeGood: true })
      const seconds = (performance.now() - begin) / 1_000
      const { rows } = await client.query<{ made: number }>(
        `select count(*)::int as made from entry e join campaign c on c.id = e.campaign_id where c.slug = $1`,
        [slug],
      )
      const made = rows[0]?.made ?? 0
      const [refused, skipped, same] = [checked.refused, checked.skipped, checked.same]
      for (const one of refused)
        for (const { sentence } of one.refusals)
          reasons.set(sentence, (reasons.get(sentence) ?? 0) + 1)
      const all = read.rows.length + read.leftOut.length
      const lost = all - made - refused.length - skipped.length - same.length
      if (lost !== 0) process.exitCode = 1
      table.push({
        ...{ file: name, rows: all, made, refused: refused.length },
        ...{ skipped: skipped.length, lost, seconds: Number(seconds.toFixed(1)), why: '' },
      })
    } catch (error) {
      if (!(error instanceof AppError) && !(error instanceof UnreadableFile)) throw error
      table.push({ file: name, why: error.message.slice(0, 60) })
    }
  }
  console.table(table)
  for (const [sentence, count] of reasons) console.log(`${count} × ${sentence}`)
}
