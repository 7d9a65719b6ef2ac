import 'server-only'
import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { agoInWords, sizeInWords, type ArchiveRange } from '@/lib/backups'
import { archiveRange } from '../backup/archive-range'
import { lastBackup, type LastBackup } from '../backup/last-backup'
import { env } from '../env'
import { finding, look, ok, wrong, type Finding } from './finding'

const OLDEST_NODE = [20, 19] as const
const GIGABYTE = 1_000_000_000

/** What the machine and the configuration say. */
export type Machine = {
  url: URL
  dataFolder: string
  trustedProxies: string
  ownDatabase: boolean
  nodeVersion?: string
  freeBytes?: (folder: string) => Promise<number>
}

/** What is found of the machine and of the configuration. */
export async function machineFindings(machine: Machine, now = new Date()): Promise<Finding[]> {
  const { nodeVersion = process.versions.node, freeBytes = freeOn } = machine
  return [
    await finding('Address', () => address(machine)),
    await finding('Disk', async () => disk(await freeBytes(machine.dataFolder), machine)),
    await finding('Node', () => node(nodeVersion)),
    await finding('Backup', () => backup(lastBackup(), machine, now)),
    await finding('Archive', () => archive(archiveRange(), machine, now)),
  ]
}

const TOO_OLD_MS = 48 * 3_600_000

function backup(last: LastBackup | null, { ownDatabase }: Machine, now: Date) {
  const when =
    env().backups.retained === 0
      ? 'None is made by itself, since THROUGHLINE_BACKUPS is 0: make one with npm run cli -- backup <file>.'
      : 'One is made a minute after a start and then every day; what stops it stands in the log.'
  const advice = ownDatabase
    ? `${when} For a very large database of your own, its own tools (pg_dump as a superuser) are faster.`
    : when
  if (!last) return look(`None was made here yet. ${advice}`)
  const says = `The last one was made ${agoInWords(last.at, now)} and read back whole: ${last.file}.`
  const size = statSync(last.file, { throwIfNoEntry: false })?.size
  if (size === undefined)
    return look(`${says} It is not there any more, unless you moved it. ${advice}`)
  if (size !== last.bytes)
    return look(
      `${says} It is ${size.toLocaleString('en')} bytes now, and was ${last.bytes.toLocaleString('en')}: make another. ${advice}`,
    )
  const isOld = now.getTime() - Date.parse(last.at) > TOO_OLD_MS
  return isOld ? look(`${says} ${advice}`) : ok(`${says} Copy it to another machine.`)
}

const NOT_WRITTEN_MS = 10 * 60_000

function archive(range: ArchiveRange | null, { ownDatabase }: Machine, now: Date) {
  if (ownDatabase)
    return ok(
      'Throughline archives the log of the database that it brings, and this is one of your own: use the archive of its server.',
    )
  if (range?.days === 0)
    return look(
      'Nothing is archived between backups, since THROUGHLINE_ARCHIVE is 0. Set it to a number of days to be able to restore any minute of them.',
    )
  if (range?.trouble) return wrong(range.trouble)
  const { from, until, bytes, folder } = range ?? {}
  if (!from || !until || bytes === undefined)
    return look('Nothing has been archived yet. It begins half a minute after a start.')
  const says = `Any moment from ${from} to ${until} can be restored, from ${sizeInWords(bytes)} in ${folder}.`
  return now.getTime() - Date.parse(until) > NOT_WRITTEN_MS
    ? look(`${says} It is written while Throughline runs.`)
    : ok(says)
}

function address({ url, trustedProxies }: Machine) {
  const isLocal = /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'https:') {
    return trustedProxies
      ? ok(`People reach it at ${url.origin}, through a proxy that is believed.`)
      : look(
          `People reach it at ${url.origin}, but THROUGHLINE_TRUSTED_PROXIES names no proxy, so all of them share the limits of one address. Set it to the address of the proxy that ends TLS.`,
        )
  }
  return isLocal
    ? look(
        `People reach it at ${url.origin}, on this machine alone. For others, put a proxy with TLS in front and set THROUGHLINE_URL to its https address.`,
      )
    : wrong(
        `People reach it at ${url.origin}, so passwords cross the network readable. Put a proxy with TLS in front and set THROUGHLINE_URL to its https address.`,
      )
}

function disk(free: number, { dataFolder }: Machine) {
  const says = `${(free / GIGABYTE).toFixed(1)} GB are free for ${dataFolder}.`
  if (free >= 2 * GIGABYTE) return ok(says)
  const advice = `${says} Without space nothing can be saved: free some, or move the folder.`
  return free >= GIGABYTE / 2 ? look(advice) : wrong(advice)
}

async function freeOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

function node(version: string) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  return isOld
    ? wrong(`It is version ${version}. Install ${OLDEST_NODE.join('.')} or later.`)
    : ok(`Version ${version}.`)
}
