import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serveApi } from './app-process'
import { startApps } from './apps'
import { archiveSettings } from './archive/settings'
import { startArchive } from './archive/start'
import { givenDatabase, readConfig, urlFor, type Config } from './config'
import { startCluster, type Cluster } from './cluster'
import { bringUpToDate, startEmbedded } from './database'
import { openDataFolder, readConnection, secretOf, writeConnection } from './data-folder'
import { takeLock } from './lock'
import { checkDatabase } from './operator-database'
import { freePort, whyNotListen } from './ports'
import { ensureBuild, ensureCommands } from './prepare'
import { commandOf, until } from './processes'
import { processesWanted } from './processes-wanted'
import { keepReserve, useReserve } from './reserve'
import { keepRunning } from './restarts'
import { stopChildren } from './run'
import { printSetUpLink } from './set-up-link'
import { step } from './progress'
import { report, Trouble } from './trouble'

/** How often it is looked whether the process that started us is still there, in ms. */
const orphanCheck = 500
/** How often it is looked whether there is space for a reserve, in ms. */
const reserveCheck = 60_000

/**
 * Runs Throughline until it is told to stop: prepares what is missing, starts the database and
 * the app, and starts either again when it dies.
 *
 * @returns exit code
 */
export async function supervise({ dev }: { dev: boolean }): Promise<number> {
  process.umask(0o022)
  const stop = new StopRequest()
  /** What must be undone at the end, in this order. */
  const undo: (() => unknown)[] = []
  try {
    return await prepareAndServe(dev, stop, undo)
  } catch (error) {
    if (stop.asked) return 130
    return report(error)
  } finally {
    for (const end of undo) await end()
  }
}

/** A wish to end, from a signal or since npm was ended; it also ends the step that runs. */
class StopRequest {
  asked = false
  promise: Promise<null>

  constructor() {
    this.promise = new Promise((resolve) => {
      const ask = () => {
        this.asked = true
        stopChildren()
        resolve(null)
      }
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask)
      // npm hands a signal to the shell between us alone, which ends without handing it on.
      if (process.env.npm_lifecycle_event) whenOrphaned(ask)
    })
  }
}

function whenOrphaned(then: () => void) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    then()
  }, orphanCheck)
  watch.unref()
}

async function prepareAndServe(
  dev: boolean,
  stop: StopRequest,
  undo: (() => unknown)[],
): Promise<number> {
  const config = readConfig()
  // While developing, code changes under the first alone.
  const count = dev ? 1 : processesWanted()
  const given = givenDatabase()
  const { folder, note: aside } = openDataFolder({ embedded: !given })
  if (aside) console.log(aside)

  const lock = await takeLock(join(folder, 'throughline.lock'))
  if (typeof lock === 'number') {
    throw new Trouble(
      `The data folder ${folder} is in use by process ${lock}. Stop that process, or name another folder with THROUGHLINE_DATA.`,
    )
  }
  undo.push(lock.release)
  if (lock.tookOver) await endLeftOverApps(folder)

  const port = await choosePort(config)
  const url = urlFor(config, port)
  const secret = secretOf(folder)
  const settings = archiveSettings(folder)

  let cluster: Cluster | null = null
  const urls = await step(
    'database ready',
    async () => {
      if (given) {
        await checkDatabase(given)
        return given
      }
      const embedded = await startEmbedded(folder)
      cluster = embedded.cluster
      return embedded.urls
    },
    () => (given ? 'the one of DATABASE_URL' : `PostgreSQL in ${folder}`),
  )
  undo.unshift(() => cluster?.stop())
  if (stop.asked) return 130

  await ensureCommands()
  await step(
    'database up to date',
    () => bringUpToDate(urls),
    (applied) => (applied.length === 0 ? 'nothing to do' : applied.join(', ')),
  )
  if (!dev && !stop.asked) await ensureBuild()
  if (stop.asked) return 130

  const environment = {
    DATABASE_URL: urls.app,
    // The app is never told how to be the owner.
    DATABASE_OWNER_URL: undefined,
    DATABASE_DIRECT_URL: urls.direct,
    THROUGHLINE_OWN_DATABASE: given ? 'yes' : undefined,
    THROUGHLINE_SECRET: secret,
    THROUGHLINE_DATA: folder,
    THROUGHLINE_URL: url,
    HOST: config.host,
    PORT: String(port),
    NODE_ENV: dev ? 'development' : 'production',
  }
  if (cluster) {
    const archive = startArchive(folder, cluster, { secret, settings, say: console.error })
    undo.unshift(() => archive.stop())
  }
  const apps = await step('app started', () => startApps(environment, count))
  undo.unshift(() => apps.stop())
  const note = () =>
    writeConnection(folder, {
      databaseUrl: urls.app,
      url,
      supervisor: process.pid,
      postmaster: cluster?.pid ?? null,
      apps: apps.pids(),
    })
  note()
  console.log(`Throughline is at ${url}`)
  await printSetUpLink(environment)
  console.log('Ctrl-C stops it.')

  const common = {
    isStopping: () => stop.asked,
    sleep: (ms: number) => Promise.race([sleep(ms), stop.promise]),
    say: console.error,
  }
  void apps.keep(common, note)
  if (cluster) {
    keepReserve(folder)
    // Given up on a full disk, it is taken again when there is space.
    setInterval(() => keepReserve(folder), reserveCheck).unref()
    const port = Number(new URL(urls.app).port)
    void keepRunning(partOf('database', cluster), {
      ...common,
      start: async () => partOf('database', await startAgain(folder, port)),
      onStarted: (part) => ((cluster = part.running), note()),
    })
  }
  await stop.promise
  console.log('Stopping.')
  return 0
}

/** A database that ended on a full disk can be read again by what the reserve gives free. */
async function startAgain(folder: string, port: number): Promise<Cluster> {
  try {
    return await startCluster(folder, { port })
  } catch (error) {
    if (!useReserve(folder)) throw error
    return startCluster(folder, { port })
  }
}

function partOf<Running extends { ended: Promise<unknown> }>(name: string, running: Running) {
  return { name, ended: running.ended, running }
}

async function choosePort({ host, port }: Config) {
  if (port === 0) return freePort(host)
  const error = await whyNotListen(host, port)
  if (error === null) return port
  if (error.code === 'EADDRINUSE') {
    throw new Trouble(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    )
  }
  if (error.code === 'EACCES') {
    throw new Trouble(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    )
  }
  throw new Trouble(
    `Throughline cannot listen on ${host}, port ${port} (${error.message}). Correct HOST and PORT.`,
  )
}

/** The app of a killed supervisor ends by itself; what hangs of it is ended here. */
async function endLeftOverApps(folder: string) {
  await Promise.all((readConnection(folder)?.apps ?? []).map(endLeftOver))
}

async function endLeftOver(pid: number) {
  const isThere = () => commandOf(pid).includes(serveApi)
  if (await until(() => !isThere(), 3_000)) return
  process.kill(pid, 'SIGKILL')
  await until(() => !isThere(), 3_000)
}
