import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { root } from './paths'
import { canEnter, postgresUser } from './postgres-user'
import { Trouble } from './trouble'

/** Names that tell our data folder from a folder that somebody named by mistake. */
const ours = [
  ...['secret.key', 'postgres', 'postgres.new', 'postgres.password', 'throughline.lock'],
  ...['photos', 'backups'],
]
const harmless = ['lost+found', 'prepare.lock', 'packages.lock']

/**
 * The folder of the data: the one that THROUGHLINE_DATA names, else `.throughline` in the clone,
 * else, where the database's own user cannot reach the clone, one that it can. It is made when
 * missing, and only its owner may look into it.
 *
 * @param options embedded: whether the database will be in it
 * @returns note: what the person should be told
 */
export function openDataFolder({ embedded }: { embedded: boolean }): {
  folder: string
  note: string | null
} {
  const named = process.env.THROUGHLINE_DATA
  const folder = resolve(root, named || '.throughline')
  make(folder)
  if (!embedded || reaches(folder)) return { folder, note: null }
  if (named) {
    throw new Trouble(
      `Started as root, the database runs as another user, who cannot reach ${folder}. Name a folder that every user may enter with THROUGHLINE_DATA, such as /var/lib/throughline, or start Throughline as an ordinary user.`,
    )
  }
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const other = join('/var/lib/throughline', name)
  mkdirSync(dirname(other), { recursive: true, mode: 0o755 })
  make(other)
  if (!reaches(other)) {
    throw new Trouble(
      `Started as root, the database runs as another user, who can reach neither ${folder} nor ${other}. Name a folder that every user may enter with THROUGHLINE_DATA, or start Throughline as an ordinary user.`,
    )
  }
  return {
    folder: other,
    note: `the data is in ${other}, since the database's user cannot reach ${root}`,
  }
}

function make(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const names = readdirSync(folder).filter(
    (name) => !harmless.some((known) => name.startsWith(known)),
  )
  if (names.length > 0 && !names.some((name) => ours.includes(name))) {
    throw new Trouble(
      `The folder ${folder} holds other things. Name an empty folder with THROUGHLINE_DATA.`,
    )
  }
  enterable(folder)
}

/** Makes a folder, when it is missing, through which the database's own user can pass, and no more. */
export function enterable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const { gid } = postgresUser(join(folder, 'postgres'))
  if (gid !== undefined) chownSync(folder, 0, gid)
  chmodSync(folder, gid === undefined ? 0o700 : 0o710)
}

function reaches(folder: string) {
  return canEnter(folder, postgresUser(join(folder, 'postgres')))
}

/**
 * The secret that keys what the app signs and hashes: THROUGHLINE_SECRET, else the data folder's.
 *
 * @returns base64 of at least 32 bytes
 */
export function secretOf(folder: string): string {
  const given = process.env.THROUGHLINE_SECRET
  if (given) {
    if (/^[A-Za-z0-9+/]+={0,2}$/.test(given) && Buffer.from(given, 'base64').length >= 32)
      return given
    throw new Trouble(
      'THROUGHLINE_SECRET must be the base64 form of at least 32 random bytes. Make one with: openssl rand -base64 32',
    )
  }
  const file = join(folder, 'secret.key')
  if (!existsSync(file)) writeWhole(file, randomBytes(32).toString('base64'))
  return readFileSync(file, 'utf8').trim()
}

/** Keeps the key that what was restored was written with, for every start from now on. */
export function keepSecret(folder: string, secret: string): void {
  writeWhole(join(folder, 'secret.key'), secret)
}

/**
 * How to reach what runs on a data folder.
 */
export type Connection = {
  databaseUrl: string
  url: string
  supervisor: number
  postmaster: number | null
  /** Of the app's processes, the first of which has the jobs. */
  apps: number[]
}

export function writeConnection(folder: string, connection: Connection) {
  writeWhole(join(folder, 'connection.json'), JSON.stringify(connection, null, 2))
}

export function readConnection(folder: string): Connection | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'connection.json'), 'utf8')) as Connection
  } catch {
    return null
  }
}

/** Writes a file that is there whole or not at all, for the owner alone. */
function writeWhole(file: string, content: string) {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, content, { mode: 0o600, flush: true })
  renameSync(unfinished, file)
}
