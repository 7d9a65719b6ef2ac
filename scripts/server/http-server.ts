import type { BlockList } from 'node:net'
import type { shareCache } from './share-cache'
import type { staticFiles } from './static-files'
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { keepPace, longestBody } from './body-pace'
import { compressAnswer } from './compress'
import { cleanRequest, refusal } from './gate'
import { allowedHost, type Reachable } from './hosts'
import { sendPage, type KeptPage } from './kept-page'
import { securityHeaders } from './security-headers'

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

/**
 * The HTTP server that stands before Next: it checks and cleans every request.
 *
 * @param order.handle Next's handler
 * @param order.shares serves shared pages from memory
 * @param order.style the style of shared pages
 * @param order.files sends the files of the build
 */
export function httpServer({
  reachable,
  proxies,
  dev,
  isReady,
  handle,
  shares,
  style,
  files = null,
}: {
  reachable: Reachable
  proxies: BlockList
  dev: boolean
  isReady: () => Promise<boolean>
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  shares: Pick<ReturnType<typeof shareCache>, 'find' | 'send' | 'answer'> | null
  style: KeptPage | null
  files?: ReturnType<typeof staticFiles> | null
}) {
  const https = reachable.url.protocol === 'https:'
  const server = createServer(limits, (request, response) => {
    // First of all and without the rest: on the day it matters nearly every request is one of these.
    const kept = server.listening ? shares?.find(request) : undefined
    if (kept && allowedHost(reachable, request.headers.host)) {
      return shares?.send(request, response, kept)
    }
    if (style && request.url === '/share.css' && /^(GET|HEAD)$/.test(request.method ?? '')) {
      return sendPage(request, response, style)
    }
    const path = pathOf(request.url)
    const nonce = randomBytes(16).toString('base64')
    const headers = securityHeaders({ path, nonce, dev, https })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if (!server.listening) response.setHeader('connection', 'close')

    if (path === '/healthz') return answer(response, 200, 'ok')
    if (path === '/readyz') {
      return void isReady().then((ready) =>
        ready ? answer(response, 200, 'ok') : answer(response, 503, 'the database does not answer'),
      )
    }
    cleanRequest(request, proxies)
    const refused = refusal(reachable, {
      method: request.method ?? 'GET',
      path,
      headers: request.headers,
    })
    if (refused) {
      // What is refused unread must not be taken for the next request.
      if (request.method !== 'GET') response.setHeader('connection', 'close')
      return answer(response, refused.status, refused.message)
    }
    if (files?.(request, response, path)) return
    keepPace(request, response)
    // Next reads the nonce for its own script tags from here.
    request.headers['content-security-policy'] = headers['content-security-policy']
    const ask = () => {
      compressAnswer(request, response)
      return handle(request, response)
    }
    const answering = async () => {
      if (!(await shares?.answer(request, response))) await ask()
    }
    answering().catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent) answer(response, 500, 'Something went wrong. Try again.')
      else response.destroy()
    })
  })
  return server
}

function answer(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`${text}\n`)
}

function pathOf(address: string | undefined = '/') {
  // Node passes on what the client sent, which may be a whole address or none at all.
  return URL.canParse(address, 'http://any') ? new URL(address, 'http://any').pathname : '/'
}
