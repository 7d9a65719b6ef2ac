import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../lib/paths'
import type { Change } from './changes'
import { makeCopy, TESTS_OF_ACCESS, trackedFiles, type Copy } from './copy'
import { note, tried, type Verdict } from './notes'
import type { Tests } from './runner'
import { hash, roomOf } from './sample'
import { switched } from './switches'
import { ASKED, TOLD, type AskedFor, type Told } from './told'

/** A change to a file, and a key that is another when the file or the change is. */
export type Fault = Change & { file: string; key: string }
type Guard = Fault & { which: number }
type Round = { name: string; tests: Tests }

const CONFIG = 'scripts/testing/guards/vitest.config.mjs'
/** In how many tests that cannot be run twice a guard is tried alone. */
const MOST_ALONE = 2

/**
 * Takes authorization calls out one after the other while the code is loaded once: each has a switch,
 * and each test that reaches it is run again with it off. First the table of who may do what, then the tests of its
 * room, then all that reach its file. A call that was noticed is not tried again.
 *
 * @param only the tests to run instead, by parts of their paths
 */
export async function tryAuthorization(
  faults: Fault[],
  { roomOnly, minutes, only }: { roomOnly: boolean; minutes: number; only: string[] },
): Promise<[Fault, Verdict][]> {
  const guards = faults.map((fault, which) => ({ ...fault, which }))
  const known = tried()
  const isNoticed = ({ key }: Guard) => known.get(key) === 'noticed'
  const learn = (key: string, verdict: Verdict) => {
    if (known.get(key) === verdict) return
    known.set(key, verdict)
    note(key, verdict)
  }
  const reached = new Set<Guard>()
  const late = new Set<Guard>()
  const copy = copyWithSwitches(guards)
  try {
    const rounds =
      only.length > 0
        ? [{ name: only.join(', '), tests: { within: only } }]
        : roundsOf(guards, isNoticed, roomOnly)
    for (const round of rounds) {
      const stamp = stampOf(round.tests)
      const keyIn = ({ key }: Guard) => `${key} ${stamp}`
      const open = guards.filter((guard) => !isNoticed(guard))
      const wanted = open.filter((guard) => !known.has(keyIn(guard)))
      if (wanted.length > 0 && performance.now() > minutes * 60_000)
        for (const guard of wanted) late.add(guard)
      else if (wanted.length > 0) {
        const onNoticed = ({ key }: Guard) => learn(key, 'noticed')
        const { reached, whole } = await tryRound(copy, round, wanted, onNoticed)
        for (const guard of wanted.filter((one) => !isNoticed(one))) {
          if (whole) learn(keyIn(guard), reached.has(guard) ? 'not noticed' : 'without test')
          else late.add(guard)
        }
      }
      for (const guard of open) if (known.get(keyIn(guard)) === 'not noticed') reached.add(guard)
    }
  } finally {
    await copy.remove()
  }
  return guards.map((guard) => {
    if (isNoticed(guard)) return [guard, 'noticed']
    if (late.has(guard)) return [guard, 'unknown']
    return [guard, reached.has(guard) ? 'not noticed' : 'without test']
  })
}

function copyWithSwitches(guards: Guard[]): Copy {
  const copy = makeCopy(CONFIG)
  for (const file of new Set(guards.map((guard) => guard.file))) {
    const path = join(copy.folder, file)
    const own = guards.filter((guard) => guard.file === file)
    writeFileSync(path, switched(readFileSync(path, 'utf8'), own))
  }
  return copy
}

// Asked for one at a time, since later rounds are for what earlier ones did not notice.
function* roundsOf(
  guards: Guard[],
  isNoticed: (guard: Guard) => boolean,
  roomOnly: boolean,
): Generator<Round> {
  yield { name: 'who may do what', tests: { within: TESTS_OF_ACCESS } }
  const nearOf = ({ file }: Guard) => {
    const room = roomOf(file)
    return room.includes('/') ? `${room}/` : file.replace(/\.ts$/, '.test.ts')
  }
  for (const near of new Set(guards.map(nearOf)))
    if (guards.some((guard) => nearOf(guard) === near && !isNoticed(guard)))
      yield { name: near, tests: { within: [near] } }
  const left = guards.filter((guard) => !isNoticed(guard)).map(({ file }) => file)
  if (!roomOnly && left.length > 0)
    yield { name: 'all that reach the rest', tests: { reaching: [...new Set(left)] } }
}

async function tryRound(
  copy: Copy,
  { name, tests }: Round,
  wanted: Guard[],
  onNoticed: (guard: Guard) => void,
): Promise<{ reached: Set<Guard>; whole: boolean }> {
  const byNumber = new Map(wanted.map((guard) => [guard.which, guard]))
  const [reached, noticed] = [new Set<Guard>(), new Set<Guard>()]
  const learnFrom = (all: Told[]) => {
    for (const { which, came } of all) {
      const guard = byNumber.get(which ?? -1)
      if (guard) reached.add(guard)
      if (guard && came === 'noticed') noticed.add(guard)
    }
    for (const guard of noticed) onNoticed(guard)
  }
  const { told, passed: whole } = await run(copy, tests, { wanted: [...byNumber.keys()] })
  learnFrom(told)
  // What a guard that was off let happen can be in the way of later tests. They are tried once more.
  const again = told.filter(({ came }) => came === 'failed')
  if (again.length > 0) {
    const open = wanted.filter((guard) => !noticed.has(guard)).map(({ which }) => which)
    const files = { within: [...new Set(again.map(({ file }) => file))] }
    const second = await run(copy, files, { wanted: open, among: again.map(({ test }) => test) })
    learnFrom(second.told)
    told.push(...second.told)
    for (const one of second.told.filter(({ came }) => came === 'failed'))
      console.log(`  fails anyway: ${one.file}: ${one.name}`)
  }
  const alone = aloneAmong(copy)
  for (const guard of wanted) {
    const left = told.filter(({ which, came }) => which === guard.which && came === 'left')
    for (const one of left.slice(0, MOST_ALONE))
      if (!noticed.has(guard)) learnFrom(await alone(one))
  }
  console.log(
    `  ${name}: of ${wanted.length}, ${noticed.size} noticed, ${reached.size - noticed.size} not, ` +
      `${wanted.length - reached.size} not reached${whole ? '' : ' (ended early)'}`,
  )
  return { reached, whole }
}

/** Runs a test that cannot be run twice with a guard off from the start, where it passes alone at all. */
function aloneAmong(copy: Copy): (left: Told) => Promise<Told[]> {
  const passing = new Map<string, boolean>()
  return async ({ test, file, which }) => {
    const tests = { within: [file] }
    const one = async (off: number | null) =>
      (await run(copy, tests, { wanted: [], alone: { test, which: off } })).told
    if (!passing.has(test)) {
      const told = await one(null)
      passing.set(test, told.length > 0 && told.every(({ came }) => came === 'not noticed'))
    }
    return passing.get(test) ? one(which) : []
  }
}

async function run(
  copy: Copy,
  tests: Tests,
  asked: AskedFor,
): Promise<{ told: Told[]; passed: boolean }> {
  const [askedFile, toldFile] = [join(copy.folder, ASKED), join(copy.folder, TOLD)]
  mkdirSync(dirname(askedFile), { recursive: true })
  writeFileSync(askedFile, JSON.stringify(asked))
  rmSync(toldFile, { force: true })
  const passed = await copy.passes(tests)
  const lines = existsSync(toldFile) ? readFileSync(toldFile, 'utf8').split('\n') : []
  return { told: lines.filter(Boolean).map((line) => JSON.parse(line) as Told), passed }
}

/** Another one when these tests become others, or what they have in common. */
function stampOf(tests: Tests): string {
  const isOfThem = (file: string) =>
    /\.test\.tsx?$/.test(file) &&
    (!('within' in tests) || tests.within.some((part) => file.includes(part)))
  const files = trackedFiles().filter(
    (file) => isOfThem(file) || /^server\/testing\/|test-support\.tsx?$/.test(file),
  )
  return hash(files.map((file) => `${file} ${readFileSync(join(root, file), 'utf8')}`).join('\n'))
}
