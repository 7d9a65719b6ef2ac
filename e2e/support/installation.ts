import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test as base } from '@playwright/test'
import { environmentOn } from '../../scripts/testing/clock'
import { shiftDate } from '../../scripts/testing/shift-date.mjs'
import { startSmtp, type TestSmtp } from '../../scripts/testing/smtp'

/** A Throughline of its own, with an empty database, started as a person would start it. */
export type Installation = {
  /** Where it is, without a slash at the end. */
  readonly url: string
  /** The one-time link that it printed on its first start; null when it printed none. */
  readonly setupLink: string | null
  readonly dataFolder: string
  /** Runs an operator's command with `--json` and returns what it answered. */
  readonly cli: (...words: string[]) => Promise<unknown>
  /** Stops it as Ctrl-C does; the data stays. */
  stop(): Promise<void>
  /** Kills the app without a warning; the supervisor starts it again. */
  kill9App(): Promise<void>
  /** Kills the database without a warning; the supervisor starts it again. */
  kill9Database(): Promise<void>
  /** Kills the supervisor without a warning, which takes everything down with it. */
  kill9Supervisor(): Promise<void>
  /** Stops it, where it still runs, and starts it on the same data and port. */
  restart(): Promise<void>
}

const run = promisify(execFile)

/** The folder of data that every installation begins with a copy of. */
const templateVariable = 'THROUGHLINE_E2E_TEMPLATE'

/**
 * Makes an empty installation once, as a first start does, for all tests to copy: making the database
 * anew would be a fifth of the whole run.
 *
 * @returns what takes it away
 */
export async function makeTemplate(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-template-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await (await install(folder, process.env)).stop()
    process.env[templateVariable] = folder
    return remove
  } catch (error) {
    remove()
    throw error
  }
}

/** What the processes of an installation have in their environment, and how many milliseconds their clock is ahead. */
type Clock = { environment: NodeJS.ProcessEnv; shiftMs: number }

async function lend(
  clock: Clock,
  use: (installation: Installation) => Promise<void>,
): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  try {
    const template = process.env[templateVariable]
    // With its owners, since the database does not run as root.
    if (template) await run('cp', ['-a', `${template}/.`, dataFolder])
    const installation = await install(dataFolder, clock.environment)
    await use(installation).finally(() => installation.stop())
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/**
 * Each worker gets an installation that its tests share; a test that begins with the set-up gets
 * an empty one of its own. The production build must be there.
 *
 * A file whose tests count days says what moment it begins at, since a day begins at another hour in
 * each time zone: `test.use({ now: '2026-11-27T20:00Z' })`. App and browser take it for now; the rest
 * take that of the run (`npm test -- --date 2028-02-29`). One that needs several processes of the app
 * says `processes: 2`; one whose installation sends mail says `sendsMail: true`, and finds it in `smtp`.
 */
export const test = base.extend<
  { emptyInstallation: Installation },
  {
    installation: Installation
    now: string | null
    processes: number
    clock: Clock
    sendsMail: boolean
    smtp: TestSmtp | null
  }
>({
  now: [null, { option: true, scope: 'worker' }],
  // Several installations share this machine; those that are to have more processes say so.
  processes: [1, { option: true, scope: 'worker' }],
  sendsMail: [false, { option: true, scope: 'worker' }],
  smtp: [
    async ({ sendsMail }, use) => {
      const smtp = sendsMail ? await startSmtp() : null
      await use(smtp)
      await smtp?.close()
    },
    { scope: 'worker' },
  ],
  clock: [
    async ({ now, smtp, processes }, use) => {
      const environment: NodeJS.ProcessEnv = {
        ...process.env,
        ...(now && environmentOn(now)),
        THROUGHLINE_PROCESSES: String(processes),
        THROUGHLINE_SMTP_URL: smtp?.url ?? '',
        THROUGHLINE_MAIL_FROM: smtp ? 'record@example.org' : '',
      }
      await use({ environment, shiftMs: Number(environment.THROUGHLINE_TEST_SHIFT_MS ?? 0) })
    },
    { scope: 'worker' },
  ],
  browser: [
    async ({ browser, clock: { shiftMs } }, use) => {
      const open = browser.newContext.bind(browser)
      if (shiftMs !== 0)
        browser.newContext = async (options) => {
          const context = await open(options)
          await context.addInitScript(shiftDate, shiftMs)
          return context
        }
      await use(browser)
    },
    { scope: 'worker' },
  ],
  // Nothing that our own pages bring may be against the policy that they come with.
  context: async ({ context }, use) => {
    const refused: string[] = []
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await use(context)
    expect(refused).toEqual([])
  },
  emptyInstallation: [async ({ clock }, use) => lend(clock, use), { timeout: 600_000 }],
  installation: [async ({ clock }, use) => lend(clock, use), { scope: 'worker', timeout: 600_000 }],
})

export { expect }

async function install(dataFolder: string, environment: NodeJS.ProcessEnv): Promise<Installation> {
  let started = await start(dataFolder, '0', environment)
  const { url, setupLink } = started
  const connection = () =>
    JSON.parse(readFileSync(join(dataFolder, 'connection.json'), 'utf8')) as {
      apps: number[]
      postmaster: number
    }
  const killAndAwaitReturn = async (pids: () => number[]) => {
    const before = pids()
    for (const pid of before) process.kill(pid, 'SIGKILL')
    const isBack = () => pids().length > 0 && pids().every((pid) => !before.includes(pid))
    await until(async () => isBack() && (await isReady(url)))
  }
  const end = async (signal: NodeJS.Signals) => {
    if (started.process.exitCode !== null || started.process.signalCode !== null) return
    const ended = new Promise((resolve) => started.process.once('exit', resolve))
    started.process.kill(signal)
    await ended
  }
  return {
    url,
    setupLink,
    dataFolder,
    cli: async (...words) => {
      const { stdout } = await run(
        process.execPath,
        ['scripts/run.mjs', 'cli', ...words, '--json'],
        {
          env: { ...environment, THROUGHLINE_DATA: dataFolder, THROUGHLINE_URL: url },
        },
      )
      return JSON.parse(stdout) as unknown
    },
    stop: () => end('SIGINT'),
    kill9App: () => killAndAwaitReturn(() => connection().apps),
    kill9Database: () => killAndAwaitReturn(() => [connection().postmaster]),
    kill9Supervisor: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGINT')
      started = await start(dataFolder, new URL(url).port, environment)
    },
  }
}

type Started = { process: ChildProcess; url: string; setupLink: string | null }

async function start(
  dataFolder: string,
  port: string,
  environment: NodeJS.ProcessEnv,
): Promise<Started> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    env: {
      ...environment,
      THROUGHLINE_DATA: dataFolder,
      PORT: port,
      HOST: '127.0.0.1',
      DATABASE_URL: '',
      THROUGHLINE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const url = /Throughline is at (\S+)/.exec(said)?.[1]
      if (!url || !said.includes('Ctrl-C')) return
      resolve({ process: child, url, setupLink: /Set it up .* at (\S+)/.exec(said)?.[1] ?? null })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null)
  return answer?.ok ?? false
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('It did not come back within 120 s.')
    // Between two looks at a process; the condition decides, not the time.
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
