import 'server-only'
import { statfs } from 'node:fs/promises'
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
export async function machineFindings(machine: Machine): Promise<Finding[]> {
  const { nodeVersion = process.versions.node, freeBytes = freeOn } = machine
  return [
    await finding('Address', () => address(machine)),
    await finding('Disk', async () => disk(await freeBytes(machine.dataFolder), machine)),
    await finding('Node', () => node(nodeVersion)),
    await finding('Mail', () =>
      ok('No mail server is configured: nothing is sent, and invitations are links to hand over.'),
    ),
    await finding('Backup', () =>
      look(`Nothing is backed up by itself. ${machine.ownDatabase ? COPY_OWN : COPY}`),
    ),
  ]
}

const COPY = 'Stop Throughline, copy the data folder to another machine, and start it again.'
const COPY_OWN =
  'Back up the database with its own tools (pg_dump), and keep THROUGHLINE_SECRET and the folder photos of the data folder.'

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
  const todo = `${says} Without space nothing can be saved: free some, or move the folder.`
  return free >= GIGABYTE / 2 ? look(todo) : wrong(todo)
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
