import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { columnsTo } from '@/lib/imports/mapping'
import { useTestDatabase } from '../auth/test-support'
import { withViewer } from '../db'
import { exported } from '../exports/test-support'
import { newWorld, type World } from '../testing/world'
import { addImport, cancelImport } from './mutations'
import { getImport } from './queries'
import { resumeCutOff } from './resume'
import { runImport } from './run'

useTestDatabase()

const temporary = mkdtempSync(join(tmpdir(), 'throughline-killed-'))
afterAll(() => rmSync(temporary, { recursive: true }))

const COUNT = 500
let world: World
beforeEach(async () => {
  world = await newWorld()
})

const added = () => {
  const rows = Array.from({ length: COUNT }, (_, n) => `2026-02-13,Rally ${n},Seattle,A union ${n}`)
  return addImport(world.owner, world.campaign.slug, {
    name: 'sheet.csv',
    bytes: new TextEncoder().encode(['Date,Title,Place,Union', ...rows].join('\n')),
    mapping: {
      columns: columnsTo(
        ...([
          ['Date', 'date'],
          ['Title', 'title'],
          ['Place', 'place'],
          ['Union', 'actor'],
        ] as const),
      ),
      constants: { kind: 'rally' },
    },
  })
}

/** Lets a process work until it says a line, then kills it without a warning. */
async function killedAt(isTime: (line: string) => boolean, ...words: string[]): Promise<string[]> {
  const program = join(import.meta.dirname, '../testing/work-to-be-killed.ts')
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', program, ...words],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TMPDIR: temporary } },
  )
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (isTime(line)) child.kill('SIGKILL')
  }
  expect((await ended)[1]).toBe('SIGKILL')
  return lines
}

const drafts = () =>
  withViewer(world.owner, (tx) =>
    tx.entry.findMany({ where: { trashedAt: null }, select: { title: true } }),
  )
const organizations = () =>
  withViewer(world.owner, (tx) =>
    tx.organization.count({ where: { name: { startsWith: 'A union' } } }),
  )

describe('an import whose process is killed', () => {
  const kill = async () => {
    const id = await added()
    const { workspaceId, memberId } = world.owner
    const isTime = (line: string) => Number(line) >= 200
    await killedAt(isTime, 'import', workspaceId, memberId, id)
    const kept = (await drafts()).length
    expect(kept).toBeGreaterThanOrEqual(200)
    expect(kept).toBeLessThan(COUNT)
    return id
  }

  it('goes on after the next start, with each row once', async () => {
    const id = await kill()
    expect(await resumeCutOff(new Date(Date.now() + 61_000))).toBe(1)
    const titles = (await drafts()).map(({ title }) => title)
    expect(titles).toHaveLength(COUNT)
    expect(new Set(titles).size).toBe(COUNT)
    expect(await organizations()).toBe(COUNT)
    expect(await getImport(world.owner, id)).toMatchObject({ state: 'done', written: COUNT })
  })

  it('leaves nothing where it is cancelled instead, and can be begun again', async () => {
    const id = await kill()
    await cancelImport(world.owner, id)
    expect(await drafts()).toEqual([])
    await runImport(world.owner, id, { alike: 'leave', takeGood: false })
    expect(new Set((await drafts()).map(({ title }) => title)).size).toBe(COUNT)
  })
})

// How far it is, is seen by what Linux says of its open files.
const whereSeen = it.skipIf(process.platform !== 'linux')

whereSeen(
  'an export whose process is killed leaves no part of the record on the disk',
  async () => {
    const { owner, campaign } = world
    await runImport(owner, await added(), { alike: 'leave', takeGood: false })
    const lines = await killedAt(
      (line) => line === 'written',
      'export',
      owner.workspaceId,
      campaign.slug,
    )
    expect(lines).not.toContain('done')
    const left = readdirSync(temporary, { recursive: true, encoding: 'utf8' })
    // What compiles the program for the test keeps files there too.
    const ours = left.filter((name) => name.startsWith('throughline-export-'))
    expect(ours.filter((name) => statSync(join(temporary, name)).isFile())).toEqual([])
    expect((await exported(owner, 'csv', campaign.slug)).entries).toBe(COUNT)
  },
)
