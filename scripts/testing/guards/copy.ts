import { execFileSync, fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../lib/paths'
import { quiet } from '../../lib/run'
import type { Asked, Tests } from './runner'
import { roomOf } from './sample'

/** A copy of the clone in which faults do no harm. */
export type Copy = {
  folder: string
  /** Whether these tests pass, now that a file became another. */
  passes: (tests: Tests, file?: string) => Promise<boolean>
  /** Whether these tests pass without any change; run once. */
  isGreen: (tests: Tests, file: string) => Promise<boolean>
  remove: () => Promise<void>
}

/** The files of the clone that Git knows, as they are now, and new ones that it does not ignore. */
export function trackedFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  return execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
    .split('\0')
    .filter((file) => file !== '')
}

/**
 * Makes the copy in the folder for temporary files. Its packages are the clone's own.
 *
 * @param config of vitest, by which the tests run; the clone's own where there is none
 */
export function makeCopy(config?: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-guards-'))
  for (const file of trackedFiles()) cpSync(join(root, file), join(folder, file))
  cpSync(join(root, 'prisma', 'generated'), join(folder, 'prisma', 'generated'), {
    recursive: true,
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  let runner: ChildProcess | null = null
  const passes = async (tests: Tests, file?: string) => {
    // A migration is in the database that a runner made when it began.
    const isMigration = file?.endsWith('.sql') ?? false
    if (runner && isMigration) await end(runner)
    runner = isRunning(runner) ? runner : startRunner(folder, config)
    const answer = await answerOf(runner, { tests, ...(file && { file }) })
    if (answer === null || isMigration) await end(runner)
    return answer === true
  }
  const green = new Map<string, Promise<boolean>>()
  return {
    folder,
    passes,
    isGreen: (tests, file) => {
      const key = JSON.stringify(tests)
      const known = green.get(key) ?? passes(tests, file)
      green.set(key, known)
      return known
    },
    remove: async () => {
      if (runner) await end(runner)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** How long one test may take: a fault can make a loop endless. */
const patience = 420_000

// In a group of its own, so that everything it started ends with it.
function startRunner(folder: string, config?: string): ChildProcess {
  const env = { ...process.env, ...quiet, NODE_OPTIONS: '' }
  const options = config ? [folder, join(folder, config)] : [folder]
  return fork(join(import.meta.dirname, 'runner.ts'), options, {
    ...{ cwd: root, env, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    execArgv: ['--import', 'tsx'],
  })
}

const isRunning = (runner: ChildProcess | null): runner is ChildProcess =>
  runner !== null && runner.exitCode === null && runner.signalCode === null

async function end(runner: ChildProcess): Promise<void> {
  if (!isRunning(runner) || !runner.pid) return
  const ended = once(runner, 'exit')
  process.kill(-runner.pid, 'SIGKILL')
  await ended
}

/** @returns null where there is none: the runner ended, or had to be */
function answerOf(runner: ChildProcess, asked: Asked): Promise<boolean | null> {
  return new Promise((resolve) => {
    const answered = (answer: boolean | null) => {
      clearTimeout(timer)
      runner.removeAllListeners()
      resolve(answer)
    }
    const timer = setTimeout(() => answered(null), patience)
    runner.on('message', (said) => {
      if (typeof said === 'boolean') answered(said)
      // All tests of a round can take much longer than any one of them.
      else timer.refresh()
    })
    runner.once('exit', () => answered(null))
    runner.send(asked)
  })
}

/** The tests of all rooms: they call each query and mutation as everybody, and each way in as who is out by now. */
export const TESTS_OF_ACCESS = [
  'server/access.test.ts',
  'server/refused-early.test.ts',
  'server/given-a-transaction.test.ts',
  'server/ways-in.test.ts',
]

/**
 * The tests that should notice a fault in a file: its own, those beside it, those of its room, the table of
 * who may do what, and then all that reach it.
 *
 * @param roomOnly without those that reach it from elsewhere
 */
export function testsOf(file: string, roomOnly = false): Tests[] {
  if (file.endsWith('.sql'))
    return [
      { within: ['server/row-policies.test.ts'] },
      { within: ['server/row-security.test.ts', 'server/access.test.ts'] },
    ]
  const own = file.replace(/\.ts$/, '.test.ts')
  const folder = dirname(file)
  const room = roomOf(file)
  const near = [
    ...(existsSync(join(root, own)) ? [{ within: [own] }] : []),
    ...(folder === room || !folder.includes('/') ? [] : [{ within: [`${folder}/`] }]),
    ...(room.includes('/') ? [{ within: [`${room}/`] }] : []),
    ...(file.startsWith('server/') ? [{ within: TESTS_OF_ACCESS }] : []),
  ]
  return roomOnly ? near : [...near, { reaching: [file] }]
}
