// npm test: sets up what is missing, then runs every check and test. Names of steps may follow:
// npm test -- lint types
// With --date, once or several times, the tests take that day for today: npm test -- --date 2028-02-29
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { inspect, parseArgs } from 'node:util'
import { root } from './lib/paths'
import { ensureBuild, ensureGenerated } from './lib/prepare'
import { run } from './lib/run'
import { report, Trouble } from './lib/trouble'
import { environmentOn } from './testing/clock'

type Result = { passed: number; failed: number; output: string }
type Step = { name: string; work: () => Promise<Result> }

const bin = (name: string) => join(root, 'node_modules', '.bin', name)

type VitestReport = { numPassedTests: number; numFailedTests: number }
type PlaywrightReport = { stats: { expected: number; flaky: number; unexpected: number } }

/** A check that counts as one. */
const check =
  (...commands: string[][]) =>
  async () => {
    for (const [program = '', ...options] of commands) {
      const { code, output } = await run(program, options)
      if (code !== 0) return { passed: 0, failed: 1, output }
    }
    return { passed: 1, failed: 0, output: '' }
  }

const checks: Step[] = [
  { name: 'format', work: check([bin('prettier'), '--check', '--log-level=warn', '.']) },
  { name: 'lint', work: check([bin('eslint'), '--max-warnings=0', '.']) },
  { name: 'types', work: check([bin('tsc'), '--noEmit']) },
  {
    name: 'imports',
    work: check([bin('depcruise'), 'app', 'components', 'lib', 'server', 'scripts']),
  },
  { name: 'unused', work: check([bin('knip')]) },
  { name: 'floors', work: check([process.execPath, 'scripts/run.mjs', 'check', 'floors']) },
  { name: 'schema', work: check([process.execPath, 'scripts/run.mjs', 'check', 'schema']) },
]

/** The tests, with what is added to their environment. */
const tests: { name: string; work: (environment: Record<string, string>) => Promise<Result> }[] = [
  { name: 'unit', work: unitTests },
  { name: 'build', work: build },
  { name: 'e2e', work: browserTests },
]

async function main() {
  process.umask(0o022)
  const { values, positionals: wanted } = parseArgs({
    options: { date: { type: 'string', multiple: true, default: ['today'] } },
    allowPositionals: true,
  })
  const names = [...checks, ...tests].map(({ name }) => name)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown)
    throw new Trouble(`There is no step "${unknown}". The steps are ${names.join(', ')}.`)
  const isWanted = ({ name }: { name: string }) => wanted.length === 0 || wanted.includes(name)

  await ensureGenerated()
  // The types of routes are read by the linter and the compiler alike.
  await run(bin('next'), ['typegen'])
  const results = await twoAtATime(checks.filter(isWanted))
  for (const date of values.date) {
    const isToday = date === 'today'
    const environment = isToday ? {} : environmentOn(date)
    for (const { name, work } of tests.filter(isWanted))
      results.push(
        await timed({ name: isToday ? name : `${name} on ${date}`, work: () => work(environment) }),
      )
  }

  const sum = (key: 'passed' | 'failed') =>
    results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

async function twoAtATime(steps: Step[]) {
  const waiting = [...steps]
  const results: Result[] = []
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await timed(next))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  return results
}

async function timed({ name, work }: Step) {
  const begin = performance.now()
  const result = await work().catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: error instanceof Trouble ? error.message : inspect(error),
  }))
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(6)
  const { passed, failed, output } = result
  const count = passed + failed > 1 ? ` (${passed} of ${passed + failed})` : ''
  console.log(`${seconds} s  ${name}: ${failed === 0 ? 'passed' : 'FAILED'}${count}`)
  if (failed > 0) console.log(output.trimEnd().replace(/^/gm, '          '))
  return result
}

async function unitTests(environment: Record<string, string>) {
  const { code, output } = await run(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
    { ...environment, NO_COLOR: '1' },
  )
  return counted(code, output, 'test-results/unit.json', (report: VitestReport) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }))
}

async function build() {
  await ensureBuild()
  return { passed: 1, failed: 0, output: '' }
}

async function browserTests(environment: Record<string, string>) {
  await ensureBuild()
  const { ensureChromium } = await import('./lib/install-chromium')
  const chromium = await ensureChromium()
  const { code, output } = await run(bin('playwright'), ['test'], {
    ...environment,
    THROUGHLINE_CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
  })
  return counted(code, output, 'test-results/e2e.json', ({ stats }: PlaywrightReport) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))
}

/**
 * Counts from the report that a tool wrote. A tool that failed without a failed test, because a
 * file could not even be loaded, counts as one failure.
 */
async function counted<Report>(
  code: number,
  output: string,
  file: string,
  count: (report: Report) => { passed: number; failed: number },
): Promise<Result> {
  const { readFile, rm } = await import('node:fs/promises')
  const text = await readFile(join(root, file), 'utf8').catch(() => null)
  await rm(join(root, file), { force: true })
  const { passed, failed } =
    text === null ? { passed: 0, failed: 0 } : count(JSON.parse(text) as Report)
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), output }
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = report(error)
}
