import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../lib/paths'
import { run } from '../../lib/run'

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
    const options = [vitest, ...tests, '--root', folder, '--bail', '1', '--passWithNoTests']
    const { code } = await run(process.execPath, options, { NODE_OPTIONS: '' })
    return code === 0
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

/** The tests that should notice a fault in a file: those beside it first, then all that reach it. */
export function testsOf(file: string): Tests[] {
  if (file.endsWith('.sql'))
    return [['run', 'server/row-security.test.ts', 'server/access.test.ts']]
  const beside = `${dirname(file)}/`
  return [
    ['run', beside],
    ['related', '--run', file],
  ]
}
