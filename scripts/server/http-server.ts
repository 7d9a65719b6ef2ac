import type { BlockList } from 'node:net'
import type { shareCache } from './share-cache'
import type { documents as memberDocuments } from './documents/documents'
import type { staticFiles } from './static-files'
import { randomBytes } from 'node:crypto'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import { requestHeader } from '../../lib/inner-headers'
import { isReaders } from './admission'
import { admissionsOf } from './admissions'
import { sendAway, sendBusy, sendFull } from './away-page'
import { watchNesting } from './body-nesting'
import { keepPace, longestBody } from './body-pace'
import { compressAnswer } from './compress'
import { cleanRequest, isWrite, pathOf, refusal } from './gate'
import { sayNotFound } from './not-found'
import { answer, refuse, refuseNested, refuseOdd } from './refuse'
import { allowedHost, fromElsewhere, type Reachable } from './hosts'
import { mayReadMetrics } from './metrics/access'
import { textOf } from './metrics/families'
import type { Metrics } from './metrics/metrics'
import { countedTogether } from './metrics/together'
import { sendPage, type CachedPage } from './cached-page'
import type { DatabaseWatch } from './database-watch'
import type { DiskWatch } from './disk-watch'
import { securityHeaders } from './security-headers'
import { sayWritten } from './written'

/**
 * What is sent slower than this is cut: a few such clients would hold all connections. How fast a
 * body must come is told by its pace.
 */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 15_000 + longestBody,
  connectionsCheckingInterval: 2_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16_384,
}

/** After this long, in ms, a request gives its place to the next, whether it is done or not. */
const longestWork = 10_000

/**
 * The HTTP server that stands before Next: it checks and cleans every request.
 *
 * @param order.processes how many share the port; each takes its part of what is allowed in all
 * @param order.isWarm whether a page costs no more than later on; before that it is served all the same
 * @param order.handle Next's handler; `onForeign` is told of each refused write from another site
 * @param order.shares serves shared pages from memory, `documents` those of members
 * @param order.style the style of shared pages; `files` sends those of the build
 * @param order.metrics counts what is done; `metricsToken` is what opens the metrics to other machines
 */
export function httpServer({
  reachable,
  proxies,
  dev,
  processes = 1,
  processName = '1',
  database,
  disk,
  isMember,
  isWarm = () => true,
  handle,
  shares,
  documents = null,
  style,
  files = null,
  metrics = null,
  metricsToken = '',
  onForeign,
}: {
  reachable: Reachable
  proxies: BlockList
  dev: boolean
  processes?: number
  processName?: string
  database: Pick<DatabaseWatch, 'isReady' | 'isAway' | 'onAway'>
  disk: Pick<DiskWatch, 'isFull'>
  isMember: (headers: IncomingHttpHeaders) => Promise<boolean>
  isWarm?: () => boolean
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  shares: Pick<ReturnType<typeof shareCache>, 'find' | 'send' | 'answer' | 'bytes'> | null
  documents?: ReturnType<typeof memberDocuments> | null
  style: CachedPage | null
  files?: ReturnType<typeof staticFiles> | null
  metrics?: Metrics | null
  metricsToken?: string
  onForeign?: (headers: IncomingHttpHeaders) => unknown
}) {
  const https = reachable.url.protocol === 'https:'
  const { admissions, budget } = admissionsOf(processes, Number(processName))
  /** Requests that the app works on and has not begun to answer. */
  const open = new Map<ServerResponse, IncomingMessage>()
  database.onAway(() => {
    for (const [response, request] of open) if (!response.headersSent) sendAway(request, response)
  })
  const gauges = () => ({
    queues: { readers: admissions.reader.now, strangers: admissions.stranger.now },
    cached: { shares: shares?.bytes() ?? 0, documents: documents?.bytes() ?? 0 },
  })
  const counted = countedTogether({
    name: processName,
    count: processes,
    own: () => metrics?.families(gauges()) ?? [],
  })
  /** Lets a request in, and gives what to call when it is done; null where there is no room for it. */
  const admit = async (request: IncomingMessage) => {
    const network = networkOf(request)
    if (isReaders(request)) return admissions.reader.enter(network)
    if (await isMember(request.headers)) return () => {}
    if (isWrite(request) && !budget.take(network)) return null
    return admissions.stranger.enter(network)
  }
  const server = createServer(limits, (request, response) => {
    // First of all and without the rest: on the day it matters nearly every request is one of these.
    if (isOdd(request)) return refuseOdd(request, response)
    const path = pathOf(request.url)
    metrics?.watch(response, path)
    const cached = server.listening ? shares?.find(request) : undefined
    if (cached && allowedHost(reachable, request.headers.host)) {
      return shares?.send(request, response, cached)
    }
    if (style && request.url === '/share.css' && /^(GET|HEAD)$/.test(request.method ?? '')) {
      return sendPage(request, response, style)
    }
    const nonce = randomBytes(16).toString('base64')
    const headers = securityHeaders({ path, nonce, dev, https })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!server.listening) response.setHeader('connection', 'close')

    if (path === '/metrics' && metrics && mayReadMetrics(request, metricsToken))
      return void counted().then((all) => answer(response, 200, textOf(all)))
    if (path === '/healthz') return answer(response, 200, 'ok')
    if (path === '/readyz' && !isWarm()) return answer(response, 503, 'still starting')
    if (path === '/readyz') {
      return void database
        .isReady()
        .then((ready) =>
          ready
            ? answer(response, 200, disk.isFull() ? 'the disk is full: nothing is saved' : 'ok')
            : answer(response, 503, 'the database does not answer'),
        )
    }
    cleanRequest(request, proxies)
    const refused = refusal(reachable, {
      method: request.method ?? 'GET',
      path,
      query: request.url?.split('?')[1] ?? '',
      headers: request.headers,
    })
    if (refused) {
      if (refused.status === 403 && fromElsewhere(reachable, request.headers))
        onForeign?.(request.headers)
      return refuse(request, response, refused.status, refused.message)
    }
    if (files?.(request, response, path)) return
    if (database.isAway()) return sendAway(request, response)
    if (disk.isFull() && isWrite(request)) return sendFull(request, response)
    keepPace(request, response)
    watchNesting(request, () => refuseNested(request, response))
    // Next reads the nonce for its own script tags from here.
    request.headers['content-security-policy'] = headers['content-security-policy']
    const ask = () => {
      sayNotFound(response)
      compressAnswer(request, response)
      return handle(request, response)
    }
    const answering = async () => {
      const leave = await admit(request)
      if (!leave) return sendBusy(request, response)
      // Whoever takes an answer slowly does not keep others out.
      const limit = setTimeout(leave, longestWork)
      open.set(response, request)
      try {
        if (await shares?.answer(request, response)) return
        if (await documents?.answer(request, response)) return
        if (isWrite(request)) {
          documents?.change(request)
          sayWritten(request, response, https)
        }
        await ask()
      } finally {
        // Nothing that was read while this was being written stays.
        if (isWrite(request)) documents?.change(request)
        clearTimeout(limit)
        leave()
        open.delete(response)
      }
    }
    answering().catch((error: unknown) => {
      // What was answered already, since the database went away, fails afterwards.
      if (response.writableEnded) return
      console.error(error)
      if (!response.headersSent)
        return refuse(request, response, 500, 'Something went wrong. Try again.')
      metrics?.fault()
      response.destroy()
    })
  })
  return server
}

/**
 * Whether a request could be understood in two ways: by two hosts, or by a whole address in place of
 * a path, which names a host of its own.
 */
function isOdd({ url = '/', rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  }
  return hosts !== 1 || !url.startsWith('/')
}

function networkOf({ headers }: IncomingMessage): string {
  return String(headers[requestHeader.address] ?? '')
}
