// npm run bench -- guards: puts small faults into the code that guards the record, one at a time, in
// a copy, and runs the tests that should notice. Bounded and resumed: what was tried for the same
// text of a file is not tried again.
//   --only <text>  files or kinds whose name holds it     --sample <n>  so many, from all rooms (20)
//   --seed <n>     which ones (1)                         --list        only says what there is
//   --room         with the tests of the room alone, not with all that reach the file
//   --minutes <n>  stops then; the next run goes on
//   --authorization  all authorization calls of the server, each taken out in turn while the code is
//                  loaded once, and the share that was noticed
//   --tests <text> with the tests whose path holds it alone, beside --authorization; may be given again
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/lib/paths'
import { tryAuthorization, type Fault } from '../scripts/testing/guards/authorization'
import {
  changed,
  changeKinds,
  changesOf,
  changesOfMigration,
} from '../scripts/testing/guards/changes'
import { makeCopy, testsOf, trackedFiles, type Copy } from '../scripts/testing/guards/copy'
import { note, tried, type Verdict } from '../scripts/testing/guards/notes'
import { hash, roomOf, shuffled } from '../scripts/testing/guards/sample'

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
    authorization: { type: 'boolean', default: false },
    tests: { type: 'string', multiple: true, default: [] },
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

/** Some of the faults, each in a run of its own. */
async function trySample(): Promise<[Fault, Verdict][]> {
  const known = tried()
  const named = ({ line, before, key }: Fault) => `${line} ${before} ${key}`
  const sample = shuffled(all, values.seed, named).slice(0, Number(values.sample))
  const results: [Fault, Verdict][] = []
  const copy = makeCopy()
  try {
    for (const fault of sample) {
      let verdict = known.get(fault.key)
      const isLate = performance.now() > Number(values.minutes) * 60_000
      if (!verdict && !isLate) {
        verdict = await tryOne(copy, fault)
        // Tests that failed without the fault too may pass another time.
        if (verdict !== 'unknown') note(fault.key, verdict)
        console.log(`  ${verdict.padEnd(12)} ${fault.file}:${fault.line}  ${words(fault.before)}`)
      }
      results.push([fault, verdict ?? 'unknown'])
    }
  } finally {
    await copy.remove()
  }
  return results
}

const words = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 90)

const inWords = ({ file, line, kind, before, text }: Fault) =>
  `  ${file}:${line}  ${kind}: ${words(before)}  →  ${words(text) || '(nothing)'}`

function print(results: [Fault, Verdict][]): void {
  const share = (of: [Fault, Verdict][]) => {
    const noticed = of.filter(([, verdict]) => verdict === 'noticed').length
    return `${noticed} of ${of.length}${of.length ? `, ${Math.round((noticed / of.length) * 100)} %` : ''}`
  }
  const list = (which: Verdict) => {
    const of = results.filter(([, verdict]) => verdict === which)
    if (of.length > 0) console.log(`\n${which[0]?.toUpperCase()}${which.slice(1)}:`)
    for (const [fault] of of) console.log(inWords(fault))
  }
  list('not noticed')
  list('without test')
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
const isWanted = ({ file, kind }: Fault) =>
  (!values.authorization || (kind === 'authorization call' && file.startsWith('server/'))) &&
  (file.includes(values.only) || kind.includes(values.only))
const all = files.flatMap(faultsOf).filter(isWanted)
console.log(`${all.length} changes in ${new Set(all.map(({ file }) => file)).size} files`)
if (values.list) for (const fault of all) console.log(inWords(fault))
else {
  const limits = {
    ...{ roomOnly: values.room, minutes: Number(values.minutes), only: values.tests },
  }
  const results = values.authorization ? await tryAuthorization(all, limits) : await trySample()
  const done = results.filter(([, verdict]) => verdict !== 'unknown')
  print(done)
  console.log(`  ${done.length} of ${results.length} tried`)
}
