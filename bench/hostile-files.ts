// npm run bench -- hostile-files: files that are made to fill a machine, each read as an import reads it,
// in a process of its own: what is said of it, after how long, and how much memory it took in all.
import { build } from 'esbuild'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { ZipFile } from 'yazl'
import { workbookParts } from '../lib/formats/sheet-xml'

const MOST_SECONDS = 2
const MOST_MB = 200

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
const reader = join(folder, 'read-table.mjs')
const meter = join(folder, 'meter.mjs')
writeFileSync(
  meter,
  `process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`,
)

/** What a program says of bytes, with what it took. */
async function measured(program: string, order: object, bytes: Uint8Array) {
  const begin = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', pathToFileURL(meter).href, program, JSON.stringify(order)],
    { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] },
  )
  child.stdin.on('error', () => undefined)
  child.stdin.end(bytes)
  let loaded = begin
  child.stdio[3]?.once('data', () => (loaded = performance.now()))
  const [said, used] = await Promise.all([text(child.stdout), text(child.stderr)])
  const { maxRSS } = JSON.parse(used) as NodeJS.ResourceUsage
  return { said, seconds: (performance.now() - loaded) / 1_000, mb: maxRSS / 1_024 }
}

const TEXT_READER = `
import { writeSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { readTable } from './lib/imports/read-table'
const bytes = await buffer(process.stdin)
writeSync(3, '.')
try {
  const { table } = readTable(bytes, 'UTC')
  process.stdout.write(JSON.stringify({ ok: true, rows: table.rows.length }))
} catch (error) {
  process.stdout.write(JSON.stringify({ ok: false, sentence: error.message }))
}
`

async function workbook(rows: string): Promise<Buffer> {
  const zip = new ZipFile()
  const head =
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
  const sheet = `${head}${rows}</sheetData></worksheet>`
  const parts = { ...workbookParts, 'xl/worksheets/sheet1.xml': sheet }
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** A workbook of 2 MB whose sheet is as long as it unpacks: zeros, which are packed a thousandfold. */
async function bomb(megabytes: number): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, part] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(part), name)
  const piece = Buffer.alloc(1_000_000, 32)
  async function* pieces() {
    for (let n = 0; n < megabytes; n += 1) yield await Promise.resolve(piece)
  }
  zip.addReadStream(Readable.from(pieces()), 'xl/worksheets/sheet1.xml')
  zip.end()
  return buffer(zip.outputStream)
}

/** The same, whose directory says that the sheet has ten bytes. */
function lying(bytes: Buffer): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const at = bytes.lastIndexOf(name) - 46
  bytes.writeUInt32LE(10, at + 24)
  return bytes
}

const csv = (words: string) => Buffer.from(words)
const cell = (words: string) => `<row><c t="inlineStr"><is><t>${words}</t></is></c></row>`

try {
  const { outputFiles } = await build({
    stdin: { contents: TEXT_READER, resolveDir: process.cwd(), loader: 'ts' },
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', write: false },
    tsconfig: 'tsconfig.json',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)})`,
    },
  })
  writeFileSync(reader, outputFiles[0]?.contents ?? '')
  const book = join(process.cwd(), 'dist', 'read-workbook.js')
  const four = await bomb(4_000)
  const deep = '['.repeat(5_000_000)
  const files: [string, string, Uint8Array][] = [
    [`a workbook of ${(four.length / 1e6).toFixed(0)} MB whose sheet has 4 GB`, book, four],
    ['the same, which says that it has ten bytes', book, lying(Buffer.from(four))],
    ['a sheet of 99 MB of nothing', book, await bomb(99)],
    ['a workbook with a cell of 50 MB', book, await workbook(cell('a'.repeat(50_000_000)))],
    [
      'a workbook with 1 million columns',
      book,
      await workbook(`<row>${'<c><v>1</v></c>'.repeat(1e6)}</row>`),
    ],
    [
      'a table with 1 million columns',
      reader,
      csv(`a${',a'.repeat(999_999)}\n1${',1'.repeat(999_999)}`),
    ],
    ['a table with a cell of 19 MB', reader, csv(`a,b\n1,${'x'.repeat(19_000_000)}`)],
    ['a table with a cell of 50 MB', reader, csv(`a,b\n1,${'x'.repeat(50_000_000)}`)],
    ['a table of 19 MB of separators', reader, csv(',\n'.repeat(9_500_000))],
    ['a quote that never ends, of 19 MB', reader, csv(`a,b\n"${'x\n'.repeat(9_500_000)}`)],
    ['JSON that is nested 5 million deep', reader, csv(`${deep}${']'.repeat(5_000_000)}`)],
    [
      'a calendar of a million empty events',
      reader,
      csv(`BEGIN:VCALENDAR\n${'BEGIN:VEVENT\nEND:VEVENT\n'.repeat(700_000)}END:VCALENDAR`),
    ],
  ]
  const idle = {
    [reader]: await measured(reader, {}, csv('a,b\n1,2')),
    [book]: await measured(book, { sheet: null }, await workbook(cell('a'))),
  }
  const rows = []
  for (const [file, program, bytes] of files) {
    const { said, seconds, mb } = await measured(program, { sheet: null }, bytes)
    const answer = JSON.parse(said || '{}') as { ok?: boolean; sentence?: string }
    const more = mb - (idle[program]?.mb ?? 0)
    const refused = answer.ok === false
    if (!refused || seconds > MOST_SECONDS || more > MOST_MB) process.exitCode = 1
    rows.push({
      ...{ file, 'MB of file': Number((bytes.length / 1e6).toFixed(1)) },
      ...{ seconds: Number(seconds.toFixed(2)), 'MB more than idle': Math.round(more) },
      said: refused ? answer.sentence : 'not refused',
    })
  }
  console.table(rows)
  const [table, workbooks] = [idle[reader], idle[book]].map((one) => Math.round(one?.mb ?? 0))
  console.log(
    `Idle: ${table} MB for tables, ${workbooks} MB for workbooks. Bars: ${MOST_SECONDS} s, ${MOST_MB} MB.`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
