import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import { runCommand } from './run'

useTestDatabase()

const folder = mkdtempSync(join(tmpdir(), 'throughline-articles-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const FIRST = `Drivers rally at Harbor Depot
TOLEDO, Ohio — Drivers rallied outside the Harbor Depot in Toledo on 3 March 2026, demanding that Brightline raise wages.
“We want our work back,” said Ana Ruiz, a driver.`
const SECOND = `Dozens protest outside depot
Dozens of drivers rallied outside the Harbor Depot in Toledo on 3 March 2026, demanding that Brightline raise wages.`

type Saved = { entries: { title: string; id: string | null; created: boolean; alike: string[] }[] }

async function save(path: string): Promise<Saved> {
  const words = ['capture', path, '--campaign', 'amazon-cut-the-ties', '--save', '--json']
  const { code, out, err } = await runCommand(words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Saved
}

beforeAll(async () => {
  const owner = [
    '--email',
    'first@example.org',
    '--name',
    'First Owner',
    '--password',
    GOOD_PASSWORD,
  ]
  const { code } = await runCommand(['setup', ...owner, '--workspace', 'Who read', '--sample'])
  expect(code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('makes each draft of an article once', async () => {
  const first = await save(file('first.txt', FIRST))
  expect(first.entries).toMatchObject([{ title: 'Rally at the Harbor Depot', created: true }])
  const again = await save(join(folder, 'first.txt'))
  expect(again.entries).toMatchObject([{ created: false, id: first.entries[0]?.id }])
})

it('leaves a second report of an event for a person to join', async () => {
  const [rally] = (await save(file('first.txt', FIRST))).entries
  const second = await save(file('second.txt', SECOND))
  expect(second.entries).toMatchObject([{ created: false, id: null, alike: [rally?.id] }])
})

it('writes nothing without being told to', async () => {
  const path = file('third.txt', SECOND.replaceAll('Harbor', 'Quarry'))
  const { out } = await runCommand(['capture', path, '--campaign', 'amazon-cut-the-ties', '--json'])
  expect(JSON.parse(out)).toMatchObject({
    format: 'throughline-capture',
    drafts: [{ kind: 'rally' }],
  })
  expect((await save(path)).entries).toMatchObject([{ created: true }])
})

it('reads an article for no campaign, and saves nothing without one', async () => {
  const path = file('fourth.txt', FIRST)
  const read = await runCommand(['capture', path, '--json'])
  expect(read.code).toBe(0)
  expect(JSON.parse(read.out)).toMatchObject({ drafts: [{ kind: 'rally' }] })
  expect(await runCommand(['capture', path, '--save'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--save needs --campaign.') as string,
  })
})
