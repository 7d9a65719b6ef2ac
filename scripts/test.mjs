// npm test: sets up what is missing, then runs every check and test. Names of steps may follow:
// npm test -- lint types
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { ensureBuild, ensureClient, ensurePackages } from './lib/prepare.mjs'
import { run } from './lib/run.mjs'
import { report, Trouble } from './lib/trouble.mjs'

/**
 * @typedef {{ passed: number, failed: number, output: string }} Result
 * @typedef {{ name: string, work: () => Promise<Result> }} Step
 */

const bin = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', name)

/** A check that counts as one. */
const check =
  (/** @type {string[][]} */ ...commands) =>
  async () => {
    for (const [program = '', ...options] of commands) {
      const { code, output } = await run(program, options)
      if (code !== 0) return { passed: 0, failed: 1, output }
    }
    return { passed: 1, failed: 0, output: '' }
  }

/** @type {Step[]} */
const checks = [
  { name: 'format', work: check([bin('prettier'), '--check', '--log-level=warn', '.']) },
  { name: 'lint', work: check([bin('eslint'), '--max-warnings=0', '.']) },
  { name: 'types', work: check([bin('tsc'), '--noEmit']) },
  {
    name: 'imports',
    work: check([bin('depcruise'), 'app', 'components', 'lib', 'server', 'scripts']),
  },
  { name: 'unused', work: check([bin('knip')]) },
  { name: 'floors', work: check([process.execPath, 'scripts/check.mjs', 'floors']) },
  { name: 'schema', work: check([process.execPath, 'scripts/check.mjs', 'schema']) },
]

/** @type {Step[]} */
const tests = [
  { name: 'unit', work: unitTests },
  { name: 'build', work: build },
  { name: 'e2e', work: browserTests },
]

async function main() {
  process.umask(0o022)
  const wanted = process.argv.slice(2)
  const names = [...checks, ...tests].map(({ name }) => name)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown)
    throw new Trouble(`There is no step "${unknown}". The steps are ${names.join(', ')}.`)
  const isWanted = ({ name }) => wanted.length === 0 || wanted.includes(name)

  await ensurePackages()
  await ensureClient()
  // The types of routes are read by the linter and the compiler alike.
  await run(bin('next'), ['typegen'])
  const results = await twoAtATime(checks.filter(isWanted))
  for (const step of tests.filter(isWanted)) results.push(await timed(step))

  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

/** @param {Step[]} steps */
async function twoAtATime(steps) {
  const waiting = [...steps]
  /** @type {Result[]} */
  const results = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await timed(next))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  return results
}

/** @param {Step} step */
async function timed({ name, work }) {
  const begin = performance.now()
  const result = await work().catch((error) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Trouble ? error.message : String(error?.stack ?? error),
  }))
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  const { passed, failed, output } = result
  const count = passed + failed > 1 ? ` (${passed} of ${passed + failed})` : ''
  console.log(`${seconds} s  ${name}: ${failed === 0 ? 'passed' : 'FAILED'}${count}`)
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, '          '))
  return result
}

async function unitTests() {
  const { code, output } = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    { NO_COLOR: '1' },
  )
  return counted(code, output, 'test-results/unit.json', ({ numPassedTests, numFailedTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
  }))
}

async function build() {
  await ensureBuild()
  return { passed: 1, failed: 0, output: '' }
}

async function browserTests() {
  await ensureBuild()
  const { ensureChromium } = await import('./lib/install-chromium.mjs')
  const chromium = await ensureChromium()
  const { code, output } = await run(bin('playwright'), ['test'], {
    THROUGHLINE_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  })
  return counted(code, output, 'test-results/e2e.json', ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))
}

/**
 * Counts from the report that a tool wrote. A tool that failed without a failed test, because a
 * file could not even be loaded, counts as one failure.
 *
 * @param {number} code
 * @param {string} output
 * @param {string} file
 * @param {(report: any) => { passed: number, failed: number }} count
 * @returns {Promise<Result>}
 */
async function counted(code, output, file, count) {
  const { readFile, rm } = await import('node:fs/promises')
  const text = await readFile(join(root, file), 'utf8').catch(() => null)
  await rm(join(root, file), { force: true })
  const { passed, failed } = text === null ? { passed: 0, failed: 0 } : count(JSON.parse(text))
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = report(error)
}
