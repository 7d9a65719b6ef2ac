// npm run cli -- <command>: the operators' commands, on the database of a running Throughline or,
// when none runs, on one that is started for as long as the command takes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readConfig, urlFor } from './lib/config.mjs'
import { openDataFolder, readConnection, secretOf } from './lib/data-folder.mjs'
import { takeLock } from './lib/lock.mjs'
import { root } from './lib/paths.mjs'
import { ensureClient, ensurePackages } from './lib/prepare.mjs'
import { quiet } from './lib/run.mjs'
import { commandLine } from './lib/server-command.mjs'
import { sayAside } from './lib/steps.mjs'
import { report, Trouble } from './lib/trouble.mjs'

async function main() {
  process.umask(0o022)
  sayAside()
  const given = process.env.DATABASE_URL || null
  const { folder } = openDataFolder({ embedded: !given })
  const secret = secretOf(folder)
  const config = readConfig()
  await ensurePackages()
  await ensureClient()
  return withDatabase(folder, given, (databaseUrl, runningUrl) =>
    runCommand({
      DATABASE_URL: databaseUrl,
      THROUGHLINE_SECRET: secret,
      THROUGHLINE_DATA: folder,
      THROUGHLINE_URL: runningUrl ?? urlFor(config, config.port),
      NODE_ENV: 'production',
    }),
  )
}

/**
 * @param {string} folder
 * @param {string | null} given
 * @param {(databaseUrl: string, runningUrl?: string) => Promise<number>} work
 */
async function withDatabase(folder, given, work) {
  const { migrate } = await import('./lib/migrate.mjs')
  const { checkDatabase, startEmbedded } = await import('./lib/database.mjs')
  const connection = readConnection(folder)
  if (given) {
    await checkDatabase(given)
    await migrate(given)
    return work(given, connection?.databaseUrl === given ? connection.url : undefined)
  }
  const lock = await takeLock(join(folder, 'throughline.lock'))
  if (typeof lock === 'number') {
    if (connection?.supervisor === lock) return work(connection.databaseUrl, connection.url)
    throw new Trouble(
      `The data folder ${folder} is in use by process ${lock}, which is not ready yet. Try again in a moment.`,
    )
  }
  try {
    const { url, cluster } = await startEmbedded(folder)
    try {
      await migrate(url)
      return await work(url)
    } finally {
      await cluster.stop()
    }
  } finally {
    lock.release()
  }
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} exit code
 */
function runCommand(environment) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, commandLine(process.argv.slice(2)), {
      cwd: root,
      env: { ...process.env, ...quiet, ...environment },
      stdio: 'inherit',
    })
    // Ctrl-C reaches the command too; we end after it, to stop the database.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal))
    }
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = report(error)
}
