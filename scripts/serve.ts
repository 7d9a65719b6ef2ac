// The app's process: an HTTP server of our own in front of Next. Started by the supervisor, which tells
// it everything through the environment.
import type { Server } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import conf from '../next.config'
import { isLoopback } from './lib/config'
import { root } from './lib/paths'
import { trustedProxies } from './server/client-address'
import { allowedHost, originAllowed, type Reachable } from './server/hosts'
import { httpServer } from './server/http-server'
import { innerRequests } from './server/inner-request'
import { endInOrder } from './server/ending'
import { documents } from './server/documents/documents'
import { Metrics } from './server/metrics/metrics'
import { routeNames } from './server/metrics/routes'
import { laterHash } from './server/documents/later'
import { documentStates } from './server/documents/state'
import { pageStyles } from './server/documents/style-sheet'
import { databaseWatch } from './server/database-watch'
import { diskWatch } from './server/disk-watch'
import { readersProcess } from './server/readers-process'
import { refusedOrigins } from './server/refused-origins'
import { documentHeaders, securityHeaders } from './server/security-headers'
import { sessions } from './server/sessions'
import { shareCache } from './server/share-cache'
import { shareNews } from './server/share-news'
import { sharedStyle } from './server/shared-style'
import { shareViews } from './server/share-views'
import { staticFiles } from './server/static-files'
import { warmUp } from './server/warm-up'

const { THROUGHLINE_PROCESSES = '1', THROUGHLINE_PROCESS = '1' } = process.env
const {
  DATABASE_URL = '',
  DATABASE_DIRECT_URL,
  HOST = '127.0.0.1',
  PORT = '3000',
  THROUGHLINE_URL = '',
} = process.env
const dev = process.env.NODE_ENV === 'development'
const port = Number(PORT)
/** Several of us may share the port; the first has what there is one of. */
const processes = Number(THROUGHLINE_PROCESSES)
const isFirst = THROUGHLINE_PROCESS === '1'

async function main() {
  const reachable = {
    url: new URL(THROUGHLINE_URL || `http://localhost:${port}`),
    loopbackPort: isLoopback(HOST) ? port : null,
  }
  const proxies = trustedProxies(process.env.THROUGHLINE_TRUSTED_PROXIES)
  const database = databaseWatch(DATABASE_URL)
  const disk = watchedDisk()
  const members = sessions(DATABASE_URL)
  // What was compiled with us need not be read and compiled anew at each start.
  const app = next({ dev, dir: root, hostname: HOST, port, ...(!dev && { conf }) })
  const handle = app.getRequestHandler()
  // While developing, code changes, of which no notification tells.
  const cached = dev ? null : cachedShares(handle, reachable)
  let isWarm = dev
  const read = dev ? null : cachedDocuments(handle, reachable)
  const server = httpServer({
    reachable,
    proxies,
    dev,
    processes,
    processName: THROUGHLINE_PROCESS,
    database,
    disk,
    isMember: members.isLive,
    isWarm: () => isWarm,
    handle,
    shares: cached?.shares ?? null,
    documents: read?.documents ?? null,
    style: dev ? null : await sharedStyle(join(root, 'public'), 'share.css'),
    files: dev
      ? null
      : staticFiles({
          '/_next/static/': join(root, '.next', 'static'),
          '/fonts/': join(root, 'public', 'fonts'),
        }),
    metrics: new Metrics(routeNames(join(root, '.next', 'routes-manifest.json'))),
    metricsToken: process.env.THROUGHLINE_METRICS_TOKEN ?? '',
    onForeign: refusedOrigins({
      isLive: members.isLive,
      ask: innerRequests(handle),
      host: reachable.url.host,
    }),
  })
  await app.prepare()
  acceptUpgrades(server, reachable, app)

  const close = async () => {
    // First of all: the database may be about to end as well.
    await cached?.views.close()
    await app.close()
    await cached?.news.close()
    cached?.readers.close()
    await read?.states.close()
    await members.close()
    await database.close()
    disk.close()
  }
  endInOrder(server, close)
  await listen(server)
  process.on('unhandledRejection', (error) => console.error(error))
  process.send?.({ listening: true })
  // Whoever waits for us after a crash is served at once, if slowly.
  if (!dev) await warmUp(innerRequests(handle), { host: reachable.url.host })
  isWarm = true
  process.send?.({ warm: true })
  // Only now, since two that start at once would both be late.
  if (isFirst) cached?.readers.start()
}

/** A database of the operator's own has a disk of its own, which is not for us to watch. */
function watchedDisk() {
  const { THROUGHLINE_DATA = '', THROUGHLINE_OWN_DATABASE } = process.env
  return THROUGHLINE_DATA === '' || THROUGHLINE_OWN_DATABASE === 'yes'
    ? { isFull: () => false, close: () => {} }
    : diskWatch(THROUGHLINE_DATA)
}

function cachedShares(handle: Parameters<typeof innerRequests>[0], { url }: Reachable) {
  const https = url.protocol === 'https:'
  const readers = readersProcess(innerRequests(handle), {
    path: process.env.THROUGHLINE_READERS,
    isOurs: isFirst,
  })
  const views = shareViews(DATABASE_URL)
  const news = shareNews(DATABASE_DIRECT_URL || DATABASE_URL, {
    onLink: (hash) => shares.forget(hash),
    onWorkspace: (workspace) => shares.forget(workspace),
    onLost: () => shares.forgetAll(),
  })
  const shares = shareCache({
    ask: readers.ask,
    news,
    // Shared pages have no scripts, and so no nonce.
    security: (path, terms) => securityHeaders({ path, nonce: '', dev: false, https }, terms),
    views,
  })
  return { shares, news, views, readers }
}

function cachedDocuments(handle: Parameters<typeof innerRequests>[0], { url }: Reachable) {
  const states = documentStates(DATABASE_URL)
  const https = url.protocol === 'https:'
  const security = (nonce: string) => documentHeaders(https, laterHash, nonce)
  const styles = pageStyles(join(root, '.next', 'static', 'chunks'))
  return { states, documents: documents({ ask: innerRequests(handle), states, security, styles }) }
}

function listen(server: Server) {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: HOST, port }, () => resolve(null))
  })
}

/** Only the development tools use WebSockets, from our own pages. */
function acceptUpgrades(server: Server, reachable: Reachable, app: ReturnType<typeof next>) {
  const upgrade = dev ? app.getUpgradeHandler() : null
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request, socket, head) => {
    const { headers } = request
    if (upgrade && allowedHost(reachable, headers.host) && originAllowed(reachable, headers)) {
      void upgrade(request, socket, head)
    } else {
      socket.destroy()
    }
  })
}

try {
  await main()
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const trouble =
    code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program. Choose another port: PORT=${port + 1} npm start`
      : message.startsWith('THROUGHLINE_')
        ? message
        : null
  if (trouble === null) console.error(error)
  if (process.send && trouble !== null) process.send({ trouble }, () => process.exit(1))
  else process.exit(1)
}
