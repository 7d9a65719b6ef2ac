import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { keepPace, longestBody } from './body-pace.mjs'
import { compressAnswer } from './compress.mjs'
import { cleanRequest, refusal } from './gate.mjs'
import { allowedHost } from './hosts.mjs'
import { sendPage } from './kept-page.mjs'
import { securityHeaders } from './security-headers.mjs'

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
 * @param {object} order
 * @param {import('./hosts.mjs').Reachable} order.reachable
 * @param {import('node:net').BlockList} order.proxies
 * @param {boolean} order.dev
 * @param {() => Promise<boolean>} order.isReady
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse)
 *   => Promise<void>} order.handle Next's handler
 * @param {Pick<ReturnType<typeof import('./share-cache.mjs').shareCache>, 'find' | 'send' | 'answer'> | null}
 *   order.shares serves shared pages from memory
 * @param {import('./kept-page.mjs').KeptPage | null} order.style the style of shared pages
 * @param {ReturnType<typeof import('./static-files.mjs').staticFiles> | null} [order.files] sends
 *   the files of the build
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
    const answering = shares
      ? shares.answer(request, response).then((done) => done || ask())
      : ask()
    answering.catch((error) => {
      console.error(error)
      if (!response.headersSent) answer(response, 500, 'Something went wrong. Try again.')
      else response.destroy()
    })
  })
  return server
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} text
 */
function answer(response, status, text) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`${text}\n`)
}

/** @param {string | undefined} address */
function pathOf(address = '/') {
  // Node passes on what the client sent, which may be a whole address or none at all.
  return URL.canParse(address, 'http://any') ? new URL(address, 'http://any').pathname : '/'
}
