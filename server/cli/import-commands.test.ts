import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { GOOD_PASSWORD, useTestDatabase } from '../auth/test-support'
import { runCommand } from './run'

useTestDatabase()

const folder = mkdtempSync(join(tmpdir(), 'throughline-imports-'))
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const SHEET = file(
  'sheet.csv',
  'Date,Title,Town,Kind,Weather\n2019-02-13,Walk to the plant,Toledo,march,Rain\n31 Feb 2019,Never,Toledo,rally,\n',
)
const into = ['--campaign', 'amazon-cut-the-ties']

async function run(...words: string[]) {
  const { code, out, err } = await runCommand([...words, '--json'])
  return { code, err, answer: (out === '' ? {} : JSON.parse(out)) as Record<string, unknown> }
}

beforeAll(async () => {
  const owner = ['--email', 'first@example.org', '--name', 'First', '--password', GOOD_PASSWORD]
  const { code } = await runCommand(['setup', ...owner, '--workspace', 'Who read', '--sample'])
  expect(code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('says what would become of each row, and writes nothing', async () => {
  const { code, answer } = await run('import', SHEET, ...into, '--dry-run')
  expect(code).toBe(0)
  expect(answer).toMatchObject({
    ...{ rows: 2, made: 1, written: false, refusedRows: 1 },
    refused: [{ row: 3, column: 'Date', value: '31 Feb 2019' }],
  })
  const { out } = await runCommand(['import', SHEET, ...into, '--dry-run'])
  expect(out).toContain('1 draft would be made.')
  expect(out).toContain('row 3  Date “31 Feb 2019”')
  expect((await run('import', 'list', ...into)).answer).toEqual([])
})

it('imports nothing where a row is refused, and the others where that is asked', async () => {
  const stopped = await run('import', SHEET, ...into)
  expect(stopped).toMatchObject({ code: 1, answer: { written: false } })
  expect((await run('import', 'list', ...into)).answer).toEqual([])
  const { code, answer } = await run('import', SHEET, ...into, '--take-good')
  expect({ code, written: answer.written }).toEqual({ code: 0, written: true })
  expect(readFileSync(String(answer.rowsToFix), 'utf8')).toMatch(
    /^Date,.*Why it was not imported\r\n31 Feb/,
  )
  const again = await run('import', SHEET, ...into, '--take-good')
  expect(again.answer).toMatchObject({ made: 0, same: [{ row: 2 }] })
  const undone = await run('import', 'undo', String(answer.import))
  expect(undone).toMatchObject({ code: 0, answer: { undone: 1, left: 0 } })
})

it('takes a mapping from a file, and says what is wrong in one', async () => {
  const mapping = {
    columns: { Date: { to: 'date' }, Title: { to: 'title' }, Town: { to: 'nowhere' } },
  }
  const map = file('map.json', JSON.stringify(mapping))
  const wrong = await runCommand(['import', SHEET, ...into, '--map', map])
  expect(wrong.code).toBe(2)
  expect(wrong.err).toContain('columns › Town › to: Choose what this column becomes.')
  mapping.columns.Town.to = 'place'
  writeFileSync(map, JSON.stringify(mapping))
  const { answer } = await run(
    'import',
    SHEET,
    ...into,
    '--map',
    map,
    '--kind',
    'vigil',
    '--dry-run',
  )
  expect(answer).toMatchObject({ made: 1, leftOut: { columns: ['Kind', 'Weather'] } })
})

it('says which rows are like entries, and makes them sources of those where that is asked', async () => {
  const rows = (title: string) => `date,title,kind,crowd\n2019-05-01,${title},rally,90\n`
  const first = file('first.csv', rows('May Day in the square'))
  expect((await run('import', first, ...into)).answer.made).toBe(1)
  const like = file('like.csv', rows('May Day at the square'))
  const left = await runCommand(['import', like, ...into, '--dry-run'])
  expect(left.out).toContain('row 2  May Day at the square  ~  May Day in the square')
  const { answer } = await run('import', like, ...into, '--alike', 'same')
  expect(answer).toMatchObject({ made: 0, alike: [], joined: [{ row: 2 }] })
  const undone = await runCommand(['import', 'undo', String(answer.import)])
  expect(undone.out).toContain('What 1 row added to other entries was undone.')
  expect((await runCommand(['import', like, ...into, '--alike', 'maybe'])).code).toBe(2)
})

it('saves a mapping under a name, reads another file by it, lists and deletes it', async () => {
  const own = file('own.csv', 'Wann,Was\n2018-02-13,Mahnwache\n')
  const mapping = {
    columns: { Wann: { to: 'date' }, Was: { to: 'title' } },
    constants: { kind: 'vigil' },
  }
  const map = file('own.json', JSON.stringify(mapping))
  await run('import', own, ...into, '--map', map, '--save-map', 'Union sheet')
  const next = file('next.csv', 'Wann,Was\n2018-09-01,Zweite Mahnwache\n')
  const { answer } = await run('import', next, ...into, '--map', 'union sheet', '--dry-run')
  expect(answer).toMatchObject({ made: 1, refused: [] })
  expect((await runCommand(['import', 'mappings'])).out).toMatch(/Union sheet +Wann, Was/)
  expect((await run('import', 'delete-mapping', 'Union sheet')).code).toBe(0)
  const gone = await runCommand(['import', next, ...into, '--map', 'Union sheet'])
  expect(gone).toMatchObject({ code: 2 })
  expect(gone.err).toContain('no mapping was saved under this name')
})

it('asks which number of a date is the day where nothing in the file says so', async () => {
  const sheet = file('days.csv', 'date,title,kind\n3/5/2019,Quiet vigil,vigil\n')
  const asked = await runCommand(['import', sheet, ...into, '--dry-run'])
  expect(asked.code).toBe(2)
  expect(asked.err).toContain('3/5/2019 could be two days. Say with --day-order')
  const { answer } = await run('import', sheet, ...into, '--dry-run', '--day-order', 'dmy')
  expect(answer.made).toBe(1)
})

it('refuses a file that cannot be read, and names that are not there, in a sentence', async () => {
  const zip = file('sheet.zip', 'PK\u0003\u0004\u0000\u0000')
  for (const words of [
    ['import', zip, ...into],
    ['import', join(folder, 'none.csv'), ...into],
    ['import', SHEET, ...into, '--format', 'word'],
    ['import', SHEET, ...into, '--encoding', 'runes'],
    ['import', SHEET, ...into, '--kind', 'picnic'],
    ['import', SHEET],
  ]) {
    const { code, err } = await runCommand(words)
    expect(code).toBe(2)
    expect(err).toMatch(/^[A-Z-].*\./)
  }
})

it('counts in words what was done', async () => {
  const sheet = join(folder, 'one-row.csv')
  writeFileSync(sheet, 'Date,Title,What\n14 Mar 2024,Vigil at the mill,vigil\n')
  const { out } = await runCommand(['import', sheet, ...into])
  expect(out).toContain('1 draft was made.')
})
