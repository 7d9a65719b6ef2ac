import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { damaged } from '@/lib/imports/damage-test-support'
import type { SystemJob } from '../auth/viewer'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { AppError } from '../errors'
import { photoStore } from '../photos/store'
import { newCampaignFor, newWorld } from '../testing/world'
import { unzipped, zipped } from '../testing/zip'
import { named } from '../trash/references'
import { importRecord, type Imported } from './import-record'
import { openRecordZip } from './open-record-zip'
import { recordLists } from './record-tables'
import { emptyWorkspace, exportedBytes, fillCampaign } from './test-support'

useTestDatabase()

const folder = mkdtempSync(join(tmpdir(), 'throughline-record-'))
afterAll(() => rmSync(folder, { recursive: true }))

const WORDS = [
  ...['{', '}', '[', ']', ',', ':', 'null', '"id":', '"entries":[]', '"more":[{}]', '{"a":1}'],
  ...['photos/x/640.webp', 'photos.json', 'record.json', '../../etc/passwd', 'PK\u0003\u0004'],
]
const ODD = [
  ...['', null, 0, -1, 1.5, 1e300, true, [], {}, [[]], 'x'.repeat(300), '\u0000', '\ud800'],
  ...['2026-02-31', 'not a date', '00000000-0000-4000-8000-000000000000', 'published', 'strike'],
  ...['=1+1', '<b>', ' ', '9999999999', '../..', ['a', null], { id: 1 }],
]

let record: Buffer
let files: Map<string, Buffer>
beforeAll(async () => {
  const world = await newWorld()
  const campaign = await newCampaignFor(world.owner)
  await fillCampaign(world, campaign)
  files = await unzipped((await exportedBytes(world.owner, 'zip', campaign.slug)).bytes)
  record = files.get('record.json') ?? Buffer.alloc(0)
})

/** The record with some of its values changed into others that stand in no such place. */
function odd(text: string): fc.Arbitrary<string> {
  const one = fc.tuple(fc.nat(), fc.constantFrom(...ODD, undefined))
  return fc.array(one, { minLength: 1, maxLength: 3 }).map((changes) => {
    let value: unknown = JSON.parse(text)
    for (const [pick, into] of changes) {
      const all = leavesOf(JSON.stringify(value))
      const at = pick % Math.max(all, 1)
      let seen = 0
      value = JSON.parse(JSON.stringify(value), (_key, leaf: unknown) =>
        typeof leaf === 'object' && leaf !== null ? leaf : seen++ === at ? into : leaf,
      )
    }
    return JSON.stringify(value)
  })
}

function leavesOf(text: string): number {
  let count = 0
  JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) count += 1
    return value
  })
  return count
}

/** An empty workspace, the same one for as long as nothing is imported into it. */
let target: Awaited<ReturnType<typeof emptyWorkspace>> | undefined

async function allOrNothing(work: (operator: SystemJob) => Promise<Imported>): Promise<void> {
  target ??= await emptyWorkspace()
  const { operator } = target
  let done: Imported | null = null
  try {
    done = await work(operator)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe('invalid')
    expect((error as Error).message).toMatch(/^Nothing was imported\. [^]+$/)
    expect((error as Error).message).not.toMatch(/undefined|\[object|Invalid input/)
  }
  const found: Record<string, number> = {}
  await withViewer(operator, async (tx) => {
    for (const [name, { table }] of recordLists()) {
      const [row] = await tx.$queryRaw<
        { n: number }[]
      >`select count(*)::int as n from ${named(table)}`
      if (row?.n) found[name] = row.n
    }
  })
  if (done) target = undefined
  else expect(found).toEqual({})
  if (done)
    for (const name of ['entries', 'sources'] as const) expect(found[name]).toBe(done.counts[name])
  if (!done) expect(await photoStore().list(operator.workspaceId)).toEqual([])
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 4_000) yield Promise.resolve(text.slice(at, at + 4_000))
}

describe('a record file that was changed', () => {
  it('in any byte comes in whole, or is refused in a sentence and leaves nothing', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(record, WORDS), (bytes) =>
        allOrNothing((operator) => importRecord(operator, chunksOf(Buffer.from(bytes).toString()))),
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('in any value does so too', async () => {
    await fc.assert(
      fc.asyncProperty(odd(record.toString()), (text) =>
        allOrNothing((operator) => importRecord(operator, chunksOf(Buffer.from(text).toString()))),
      ),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('in its archive does so too', async () => {
    const whole = await zipped(files)
    const inPart = fc
      .constantFrom(...files.keys())
      .chain((name) =>
        damaged(files.get(name) ?? Buffer.alloc(0), WORDS).map(
          (bytes) => () => zipped(new Map([...files, [name, bytes]])),
        ),
      )
    const packed = damaged(whole, WORDS).map((bytes) => () => Promise.resolve(Buffer.from(bytes)))
    const path = join(folder, 'record.zip')
    await fc.assert(
      fc.asyncProperty(fc.oneof(inPart, packed), async (pack) => {
        writeFileSync(path, await pack())
        await allOrNothing(async (operator) => {
          const { text, pictures, close } = await openRecordZip(path)
          return importRecord(operator, text, pictures).finally(close)
        })
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })
})
