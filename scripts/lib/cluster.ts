import type { Readable, Writable } from 'node:stream'
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { initialise, whyNotStarted } from './init-cluster'
import { programsFolder } from './paths'
import { freePort } from './ports'
import { postgresPrograms } from './postgres-binaries'
import { postgresUser, type RunAs } from './postgres-user'
import { commandOf, isAlive, until } from './processes'
import { Trouble } from './trouble'

const keeper = join(programsFolder, 'keeper.js')

/** A running PostgreSQL server of our own. */
export type Cluster = {
  /** On 127.0.0.1. */
  port: number
  /** Of the server's first process. */
  pid: number
  /** Of the superuser `postgres`. */
  password: string
  /** Resolves when the server has ended, whoever ended it. */
  ended: Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts PostgreSQL on `<dataFolder>/postgres`, which is made first when missing. A server that an
 * earlier, killed start left behind is stopped first.
 *
 * @param options throwAway: for tests, gives up safety after a crash of the machine for speed;
 *   more: further settings
 */
export async function startCluster(
  dataFolder: string,
  options: { port?: number; throwAway?: boolean; more?: readonly string[] } = {},
): Promise<Cluster> {
  const folder = join(dataFolder, 'postgres')
  const user = postgresUser(folder)
  const bin = postgresPrograms(dataFolder, user)
  const password = superuserPassword(dataFolder)

  if (!existsSync(folder)) initialise({ bin, folder, user, password, throwAway: options.throwAway })
  checkVersion(bin, folder)
  await stopLeftOver(folder)

  const log = join(dataFolder, 'postgres.log')
  if (existsSync(log) && statSync(log).size > 5_000_000) renameSync(log, `${log}.1`)

  const port = options.port ?? (await freePort())
  const order: KeeperOrder = {
    program: join(bin, 'postgres'),
    folder,
    user,
    log,
    throwAway: options.throwAway ? dataFolder : undefined,
    options: settings({ ...options, port }).flatMap((setting) => ['-c', setting]),
  }
  const begin = Date.now()
  for (;;) {
    const before = existsSync(log) ? statSync(log).size : 0
    const running = await launch(order)
    if (running) return { port, password, ...running }
    const said = readFileSync(log).subarray(before).toString('utf8')
    // The last children of a killed server hold its memory for a moment longer.
    const isEnding = /pre-existing shared memory block|lock file .* already exists/.test(said)
    if (!isEnding || Date.now() - begin > 10_000) throw whyNotStarted(said)
    await until(() => false, 200)
  }
}

/** What the keeper is told, as JSON. */
export type KeeperOrder = {
  program: string
  folder: string
  options: string[]
  log: string
  user: RunAs
  /** The folder to remove at the end, since a killed test run cannot. */
  throwAway?: string
}

/**
 * Starts the keeper, which starts the server.
 *
 * @returns null when it did not come up
 */
async function launch(order: KeeperOrder): Promise<Pick<Cluster, 'pid' | 'ended' | 'stop'> | null> {
  const child = spawn(process.execPath, [keeper, JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  child.stdin.on('error', () => {})
  const ended: Promise<void> = new Promise((resolve) => child.on('exit', () => resolve()))
  const pid = await ready(child, ended)
  if (pid === null) return null
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  return { pid, ended, stop }
}

function ready(
  child: ChildProcessByStdio<Writable, Readable, null>,
  ended: Promise<void>,
): Promise<number | null> {
  return new Promise((resolve) => {
    child.stdout.on('data', (text) => {
      const match = /^ready (\d+)/.exec(String(text))
      if (match) resolve(Number(match[1]))
    })
    void ended.then(() => resolve(null))
  })
}

function settings({
  port,
  throwAway,
  more = [],
}: {
  port: number
  throwAway?: boolean
  more?: readonly string[]
}) {
  return [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    // Sixteen processes of the app, readers, backups and commands.
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    'password_encryption=scram-sha-256',
    // What the archive has not fetched by then it must do without: no disk fills up because of it.
    'max_slot_wal_keep_size=512',
    ...(throwAway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
    ...more,
  ]
}

/** The password of the superuser `postgres`, which is made when missing. */
export function superuserPassword(dataFolder: string) {
  const file = join(dataFolder, 'postgres.password')
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  }
  return readFileSync(file, 'utf8').trim()
}

function checkVersion(bin: string, folder: string) {
  const has = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const output = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const brings = /(\d+)\./.exec(output)?.[1]
  if (brings === undefined || brings === has) return
  throw new Trouble(
    `The database in ${folder} was made by PostgreSQL ${has}, and this version of Throughline brings PostgreSQL ${brings}. Start the version that you had before, make a backup, and restore it into an empty folder.`,
  )
}

/** Stops a server that still runs on the folder although its supervisor and keeper are gone. */
export async function stopLeftOver(folder: string) {
  const pid = postmasterOf(folder)
  if (pid === null) return
  process.kill(pid, 'SIGINT')
  if (await until(() => !isAlive(pid), 20_000)) return
  throw new Trouble(
    `The database in ${folder} is still running as process ${pid} and does not stop. End that process, then start again.`,
  )
}

/**
 * The process number of the PostgreSQL that runs on a folder; null when there is none. The file
 * alone proves nothing: after a crash its number may belong to another program.
 */
function postmasterOf(folder: string): number | null {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return null
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(folder) ? pid : null
}
