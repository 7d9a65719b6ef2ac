// npm run cli -- <command>: the operators' commands, on the database of a running Throughline or,
// when none runs, on one that is started for as long as the command takes.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { givenDatabase, readConfig, urlFor, type DatabaseUrls } from './lib/config'
import { openDataFolder, readConnection, secretOf } from './lib/data-folder'
import { takeLock } from './lib/lock'
import { root } from './lib/paths'
import { ensureCommands } from './lib/prepare'
import { restoreWanted, runRestore, runRestoreAt } from './lib/restore-command'
import { quiet, type Environment } from './lib/run'
import { commandLine } from './lib/server-command'
import { sayAside } from './lib/progress'
import { report, Trouble } from './lib/trouble'

/** Whether the command examines what is there and must change nothing of it. */
const looksOnly = process.argv[2] === 'doctor'

async function main() {
  process.umask(0o022)
  sayAside()
  const given = givenDatabase()
  const { folder } = openDataFolder({ embedded: !given })
  const secret = secretOf(folder)
  const config = readConfig()
  const wanted = restoreWanted(process.argv.slice(2))
  if (wanted && wanted.at !== null) {
    if (given)
      throw new Trouble(
        'Only the database that Throughline brings has such an archive. For that of DATABASE_URL, use the archive of its own server.',
      )
    return alone(folder, () => runRestoreAt(wanted, { folder, secret }))
  }
  if (wanted)
    return withOwnersDatabase(folder, given, (urls) => runRestore(wanted, { urls, folder, secret }))
  await ensureCommands()
  return withDatabase(folder, given, (databaseUrl, runningUrl) =>
    runCommand({
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: undefined,
      DATABASE_DIRECT_URL: given?.direct,
      THROUGHLINE_OWN_DATABASE: given ? 'yes' : undefined,
      THROUGHLINE_SECRET: secret,
      THROUGHLINE_DATA: folder,
      THROUGHLINE_URL: runningUrl ?? urlFor(config, config.port),
      NODE_ENV: 'production',
    }),
  )
}

async function withDatabase(
  folder: string,
  given: DatabaseUrls | null,
  work: (databaseUrl: string, runningUrl?: string) => Promise<number>,
) {
  const { bringUpToDate, startEmbedded } = await import('./lib/database')
  const { checkDatabase } = await import('./lib/operator-database')
  const connection = readConnection(folder)
  if (given) {
    if (!looksOnly) {
      await checkDatabase(given)
      await bringUpToDate(given)
    }
    return work(given.app, connection?.databaseUrl === given.app ? connection.url : undefined)
  }
  const lock = await takeLock(join(folder, 'throughline.lock'))
  if (typeof lock === 'number') {
    if (connection?.supervisor === lock) return work(connection.databaseUrl, connection.url)
    throw new Trouble(
      `The data folder ${folder} is in use by process ${lock}, which is not ready yet. Try again in a moment.`,
    )
  }
  try {
    const { urls, cluster } = await startEmbedded(folder)
    try {
      if (!looksOnly) await bringUpToDate(urls)
      return await work(urls.app)
    } finally {
      await cluster.stop()
    }
  } finally {
    lock.release()
  }
}

/** Does what nobody may work beside: a restore. */
async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(join(folder, 'throughline.lock'))
  if (typeof lock === 'number')
    throw new Trouble(
      `Throughline is running on ${folder} as process ${lock}. Stop it, or name another folder with THROUGHLINE_DATA.`,
    )
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function withOwnersDatabase(
  folder: string,
  given: DatabaseUrls | null,
  work: (urls: DatabaseUrls) => Promise<number>,
): Promise<number> {
  return alone(folder, async () => {
    const { startEmbedded } = await import('./lib/database')
    const { checkDatabase } = await import('./lib/operator-database')
    if (given) {
      await checkDatabase(given)
      return work(given)
    }
    const { urls, cluster } = await startEmbedded(folder)
    try {
      return await work(urls)
    } finally {
      await cluster.stop()
    }
  })
}

/** @returns exit code */
function runCommand(environment: Environment): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, commandLine(process.argv.slice(2)), {
      cwd: root,
      env: { ...process.env, ...quiet, ...environment },
      stdio: 'inherit',
    })
    // Ctrl-C reaches the command too; we end after it, to stop the database.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
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
