import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFormatNames, holdsWorkspace } from '@/lib/exports/formats'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import { runCommand } from './run'

useTestDatabase()

const folder = mkdtempSync(join(tmpdir(), 'throughline-out-'))
afterAll(() => rmSync(folder, { recursive: true }))

let slug: string
beforeAll(async () => {
  const owner = ['--email', 'first@example.org', '--name', 'First Owner']
  const more = ['--password', GOOD_PASSWORD, '--workspace', 'Spheres coalition', '--sample']
  await runCommand(['setup', ...owner, ...more])
  const { out } = await runCommand(['campaign', 'list', '--json'])
  const [campaign] = JSON.parse(out) as { slug: string }[]
  slug = campaign?.slug ?? ''
})

const run = (...words: string[]) => runCommand(['export', ...words])
const file = (name: string) => join(folder, name)

describe('export', () => {
  it.each(exportFormatNames)('writes a campaign as %s, for its owner’s eyes', async (format) => {
    const out = file(`one.${format}`)
    const done = await run('--campaign', slug, '--format', format, '--out', out)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toMatch(
      /\d+ (entr(y|ies)|sources?) written to .*( Consent for share links is not applied|people as they consented)/,
    )
    expect(done.out).toContain('Not in this file: ')
    expect(statSync(out).size).toBeGreaterThan(150)
    expect(statSync(out).mode & 0o777).toBe(0o600)
  })

  it('writes what a filter leaves, as an address holds it', async () => {
    const all = ['--campaign', slug, '--format', 'csv']
    const lines = (name: string) => readFileSync(file(name), 'utf8').split('\r\n').length
    await run(...all, '--out', file('all.csv'))
    const done = await run(
      ...all,
      '--filter',
      '?kind=rally',
      '--out',
      file('rallies.csv'),
      '--json',
    )
    expect(JSON.parse(done.out)).toMatchObject({ entries: 1, format: 'csv' })
    expect(lines('rallies.csv')).toBeLessThan(lines('all.csv'))
  })

  it('writes the whole workspace where the format holds it', async () => {
    expect(exportFormatNames.filter(holdsWorkspace)).toContain('json')
    await run('--format', 'json', '--out', file('everything.json'))
    expect(readFileSync(file('everything.json'), 'utf8')).toContain('"of":"workspace"')
    expect(await run('--format', 'csv', '--out', file('no.csv'))).toMatchObject({ code: 2 })
  })

  it('refuses what it does not understand rather than write more than was meant', async () => {
    const asked = ['--campaign', slug, '--out', file('none')]
    const refused = [
      await run(...asked, '--format', 'docx'),
      await run(...asked, '--format', 'csv', '--filter', 'kind=ralley'),
      await run(...asked, '--format', 'csv', '--filter', 'sort=date'),
      await run('--format', 'json', '--filter', 'kind=rally', '--out', file('none')),
    ]
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2, 2])
    expect(refused[1]?.err).toContain('kind=ralley')
    expect(existsSync(file('none'))).toBe(false)
  })

  it('never writes over a file, and leaves nothing of what failed', async () => {
    const out = file('kept.csv')
    await run('--campaign', slug, '--format', 'csv', '--out', out)
    const before = readFileSync(out, 'utf8')
    const again = await run('--campaign', slug, '--format', 'ics', '--out', out)
    expect(again.err).toContain('There is a file')
    expect(readFileSync(out, 'utf8')).toBe(before)
    await run('--campaign', 'no-such', '--format', 'csv', '--out', file('gone.csv'))
    const away = await run(
      '--campaign',
      slug,
      '--format',
      'csv',
      '--out',
      file('no/such/folder.csv'),
    )
    expect(away.code).toBe(2)
    expect(readdirSync(folder).filter((name) => /gone|unfinished/.test(name))).toEqual([])
  })

  it.each(['json', 'zip'])('is read back from %s into an empty workspace', async (format) => {
    const [whole, out] = [file(`whole.${format}`), file(`again.${format}`)]
    const group = ['--workspace', `Group of ${format}`]
    await run('--format', format, '--out', whole, '--workspace', 'Spheres coalition')
    const into = ['import-record', whole, ...group]
    await runCommand([
      ...['setup', '--email', `${format}@example.org`, '--name', 'Second Owner'],
      ...['--password', GOOD_PASSWORD, ...group],
    ])
    const done = await runCommand(into)
    expect(done).toMatchObject({ code: 0, err: '' })
    expect(done.out).toMatch(/^Imported: .*campaigns 1, /)
    await run('--format', format, '--out', out, ...group)
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true)
    expect(await runCommand(into)).toMatchObject({ code: 1 })
  })

  it('says which file cannot be read back', async () => {
    const first = ['--workspace', 'Spheres coalition']
    const none = await runCommand(['import-record', file('none.json'), ...first])
    expect(none).toMatchObject({ code: 2 })
    writeFileSync(file('broken.zip'), 'PK\u0003\u0004')
    const broken = await runCommand(['import-record', file('broken.zip'), ...first])
    expect(broken).toMatchObject({ code: 2 })
    expect(broken.err).toContain('not a zip file, or it is cut off')
  })
})
