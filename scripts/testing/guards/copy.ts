import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../lib/paths'
import { quiet } from '../../lib/run'
import { roomOf } from './sample'

/** The words with which vitest finds some tests. */
type Tests = string[]

/** A copy of the clone in which faults do no harm. */
export type Copy = {
  folder: string
  /** Whether these tests pass. */
  passes: (tests: Tests) => Promise<boolean>
  /** Whether these tests pass without any change; run once. */
  isGreen: (tests: Tests) => Promise<boolean>
  remove: () => void
}

/** The files of the clone that Git knows, as they are now, and new ones that it does not ignore. */
export function trackedFiles(): string[] {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  return execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 64_000_000 })
    .split('\0')
    .filter((file) => file !== '' && file !== 'node_modules')
}

/** Makes the copy in the folder for temporary files. Its packages are the clone's own. */
export function makeCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-guards-'))
  for (const file of trackedFiles()) cpSync(join(root, file), join(folder, file))
  cpSync(join(root, 'prisma', 'generated'), join(folder, 'prisma', 'generated'), {
    recursive: true,
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const passes = async (tests: Tests) => {
    const rest = ['--bail', '1', '--passWithNoTests', '--experimental.fsModuleCache']
    const options = [vitest, ...tests, '--root', folder, ...rest]
    return (await codeOf(options)) === 0
  }
  const green = new Map<string, Promise<boolean>>()
  return {
    folder,
    passes,
    isGreen: (tests) => {
      const known = green.get(tests.join(' ')) ?? passes(tests)
      green.set(tests.join(' '), known)
      return known
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** How long tests may take: a fault can make a loop endless. */
const patience = 420_000

// In a group of its own, so that everything it started ends with it.
function codeOf(options: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...quiet, NODE_OPTIONS: '' }
    const child = spawn(process.execPath, options, {
      cwd: root,
      env,
      stdio: 'ignore',
      detached: true,
    })
    const end = () => child.pid && process.kill(-child.pid, 'SIGKILL')
    const timer = setTimeout(end, patience)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code)
    })
  })
}

/**
 * The tests that should notice a fault in a file: its own, those beside it, those of its room, and
 * then all that reach it.
 *
 * @param roomOnly without those that reach it from elsewhere
 */
export function testsOf(file: string, roomOnly = false): Tests[] {
  if (file.endsWith('.sql'))
    return [['run', 'server/row-security.test.ts', 'server/access.test.ts']]
  const own = file.replace(/\.ts$/, '.test.ts')
  const folder = dirname(file)
  const room = roomOf(file)
  const near = [
    ...(existsSync(join(root, own)) ? [['run', own]] : []),
    ...(folder === room || !folder.includes('/') ? [] : [['run', `${folder}/`]]),
    ...(room.includes('/') ? [['run', `${room}/`]] : []),
  ]
  return roomOnly && near.length > 0 ? near : [...near, ['related', '--run', file]]
}
