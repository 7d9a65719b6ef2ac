import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bringUpToDate, ensureDatabase } from '../../scripts/lib/database.ts'
import { root } from '../../scripts/lib/paths.ts'
import { freePort } from '../../scripts/lib/ports.ts'
import { ensureCommands } from '../../scripts/lib/prepare.ts'
import { run } from '../../scripts/lib/run.ts'
import { commandLine } from '../../scripts/lib/server-command.ts'
import { appArguments } from '../../scripts/lib/app-process.ts'
import { startTemporaryCluster } from '../../scripts/lib/temporary-cluster.ts'
import { pinned } from './load.mjs'

/** The member who measures. */
export const member = { email: 'bench@example.org', password: 'teapot under seven umbrellas' }

/**
 * Starts the built app on a database of its own, with one member.
 *
 * @param {(() => unknown)[]} undo gets what ends it, to be called from the last one on
 * @param {{ core?: 0 | 1, tellHeap?: boolean }} [options] core: the only one on which the app runs;
 *   tellHeap: whether it answers what its heap holds
 * @returns database: its address as the owner of the tables
 */
export async function startInstalled(undo, { core, tellHeap = false } = {}) {
  await ensureCommands()
  const cluster = await startTemporaryCluster()
  undo.push(() => cluster.stop())
  const urls = await ensureDatabase(cluster, 'bench')
  await bringUpToDate(urls)
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const environment = {
    DATABASE_URL: urls.app,
    THROUGHLINE_DATA: folder,
    THROUGHLINE_SECRET: randomBytes(32).toString('base64'),
    THROUGHLINE_URL: `http://127.0.0.1:${port}`,
    HOST: '127.0.0.1',
    PORT: String(port),
    NODE_ENV: 'production',
  }
  /** Runs a command of ours, and gives what it answers. */
  const cli = async (/** @type {string[]} */ ...words) => {
    const { code, output } = await run(
      process.execPath,
      commandLine([...words, '--json']),
      environment,
    )
    if (code !== 0) throw new Error(output)
    return JSON.parse(output.slice(output.search(/^[[{]/m)))
  }
  const account = ['--email', member.email, '--name', 'Bench', '--password', member.password]
  await cli('setup', ...account, '--workspace', 'Bench')
  const teller = ['--expose-gc', '--import', join(import.meta.dirname, 'heap-teller.mjs')]
  const command = [process.execPath, ...(tellHeap ? teller : []), ...appArguments]
  const [program, options] =
    core === undefined ? [command[0], command.slice(1)] : pinned(core, command)
  const app = spawn(program, options, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  undo.push(() => ended(app))
  await new Promise((resolve, reject) => {
    app.once('message', resolve)
    app.once('exit', (code) => reject(new Error(`The app ended with ${code}.`)))
  })
  // It listens before it is warm.
  while ((await fetch(`${environment.THROUGHLINE_URL}/readyz`)).status !== 200) await sleep(50)
  return { url: environment.THROUGHLINE_URL, database: urls.owner, cluster, cli, app }
}

/** @param {import('node:child_process').ChildProcess} child */
export async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await end
}
