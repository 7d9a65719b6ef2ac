// npm run bench -- guards: puts small faults into the code that guards the record, one at a time, in
// a copy, and runs the tests that should notice. Bounded and resumed: what was tried for the same
// text of a file is not tried again.
//   --only <text>  files or kinds whose name holds it     --sample <n>  so many, from all rooms (20)
//   --seed <n>     which ones (1)                         --list        only says what there is
//   --room         with the tests of the room alone, not with all that reach the file
//   --minutes <n>  stops then; the next run goes on
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/lib/paths'
import {
  changed,
  changeKinds,
  changesOf,
  changesOfMigration,
  type Change,
} from '../scripts/testing/guards/changes'
import { makeCopy, testsOf, trackedFiles, type Copy } from '../scripts/testing/guards/copy'
import { hash, roomOf, shuffled } from '../scripts/testing/guards/sample'

type Fault = Change & { file: string; key: string }
/** `unknown` where there are no tests, or they fail without the fault too. */
type Verdict = 'noticed' | 'not noticed' | 'unknown'

/** The code whose small faults would show somebody too much, or something false. */
const GUARDED =
  /^(server|lib|app\/(s|api|feeds)|scripts\/(server|lib))\/.*\.ts$|^prisma\/migrations\/.*\.sql$/
const UNGUARDED = /\.test\.ts$|test-support|\/(testing|sample)\/|\/(schema|dto)\.ts$|\.d\.ts$/

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sample: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
    room: { type: 'boolean', default: false },
    minutes: { type: 'string', default: 'Infinity' },
  },
})

function faultsOf(file: string): Fault[] {
  const text = readFileSync(join(root, file), 'utf8')
  const changes = file.endsWith('.sql') ? changesOfMigration(text) : changesOf(file, text)
  return changes.map((change) => ({
    ...{ ...change, file },
    key: hash(`${text} ${change.start} ${change.end} ${change.text}`),
  }))
}

const notes = join(root, 'test-results', 'guards.jsonl')

function tried(): Map<string, Verdict> {
  if (!existsSync(notes)) return new Map()
  const lines = readFileSync(notes, 'utf8').trim().split('\n').filter(Boolean)
  return new Map(lines.map((line) => JSON.parse(line) as [string, Verdict]))
}

function note(key: string, verdict: Verdict): void {
  mkdirSync(dirname(notes), { recursive: true })
  appendFileSync(notes, `${JSON.stringify([key, verdict])}\n`)
}

/** Puts a fault into the copy, runs the tests of its room, and then all that reach the file. */
async function tryOne(copy: Copy, { file, ...change }: Fault): Promise<Verdict> {
  const path = join(copy.folder, file)
  const text = readFileSync(path, 'utf8')
  const rounds = testsOf(file, values.room)
  for (const tests of rounds) {
    writeFileSync(path, changed(text, change))
    const passed = await copy.passes(tests, file).finally(() => writeFileSync(path, text))
    if (!passed) return (await copy.isGreen(tests, file)) ? 'noticed' : 'unknown'
  }
  return rounds.length > 0 ? 'not noticed' : 'unknown'
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 90)

function print(results: [Fault, Verdict][]): void {
  const share = (of: [Fault, Verdict][]) => {
    const noticed = of.filter(([, verdict]) => verdict === 'noticed').length
    return `${noticed} of ${of.length}${of.length ? `, ${Math.round((noticed / of.length) * 100)} %` : ''}`
  }
  console.log('\nNot noticed:')
  for (const [{ file, line, kind, before, text }, verdict] of results)
    if (verdict === 'not noticed')
      console.log(`  ${file}:${line}  ${kind}: ${words(before)}  →  ${words(text) || '(nothing)'}`)
  console.log('\nNoticed:')
  const rooms = [...new Set(results.map(([{ file }]) => roomOf(file)))].sort()
  const line = (name: string, isIn: (fault: Fault) => boolean) => {
    const of = results.filter(([fault]) => isIn(fault))
    if (of.length > 0) console.log(`  ${name.padEnd(34)} ${share(of)}`)
  }
  for (const kind of changeKinds) line(kind, (fault) => fault.kind === kind)
  for (const room of rooms) line(room, ({ file }) => roomOf(file) === room)
  console.log(`  ${'all that were tried'.padEnd(34)} ${share(results)}`)
}

const files = trackedFiles().filter((file) => GUARDED.test(file) && !UNGUARDED.test(file))
const all = files
  .flatMap(faultsOf)
  .filter(({ file, kind }) => file.includes(values.only) || kind.includes(values.only))
console.log(`${all.length} changes in ${new Set(all.map(({ file }) => file)).size} files`)
if (values.list) {
  for (const { file, line, kind, before, text } of all)
    console.log(`  ${file}:${line}  ${kind}: ${words(before)}  →  ${words(text) || '(nothing)'}`)
} else {
  const known = tried()
  const named = ({ line, before, key }: Fault) => `${line} ${before} ${key}`
  const sample = shuffled(all, values.seed, named).slice(0, Number(values.sample))
  const results: [Fault, Verdict][] = []
  const copy = makeCopy()
  try {
    for (const fault of sample) {
      let verdict = known.get(fault.key)
      if (!verdict && performance.now() > Number(values.minutes) * 60_000) continue
      if (!verdict) {
        verdict = await tryOne(copy, fault)
        // Tests that failed without the fault too may pass another time.
        if (verdict !== 'unknown') note(fault.key, verdict)
      }
      console.log(`  ${verdict.padEnd(12)} ${fault.file}:${fault.line}  ${words(fault.before)}`)
      if (verdict !== 'unknown') results.push([fault, verdict])
    }
  } finally {
    await copy.remove()
  }
  print(results)
  console.log(`  ${results.length} of ${sample.length} tried`)
}
