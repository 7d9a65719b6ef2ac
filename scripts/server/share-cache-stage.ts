import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach } from 'vitest'
import { innerRequests } from './inner-request'
import { shareCache } from './share-cache'

export const token = '0123456789abcdefghjkmnpqrs'
export const path = `/s/${token}`
export const hash = createHash('sha256').update(token).digest('hex')

const HOUR = 3_600_000

/** What stands around a cache of shared pages in its tests, each made anew for each test. */
type Stage = {
  now: number
  fresh: boolean
  listening: boolean
  /** What came to what stands in for Next, which answers by the next five and can be held up. */
  handled: IncomingMessage[]
  terms: Record<string, string>
  /** Headers of ours on what is for one reader alone. */
  alone: Record<string, string>
  status: number
  words: string
  length: number
  held: Promise<void>
  /** Hashes of links whose pages were seen. */
  seen: string[]
  cache: ReturnType<typeof shareCache>
}

export const stage = set()
let base: string

function set(): Stage {
  const now = Date.parse('2026-02-13T12:00:00Z')
  return {
    ...{ now, fresh: true, listening: true, handled: [], status: 200, words: 'first' },
    ...{ length: 2_000, held: Promise.resolve(), seen: [], alone: {} },
    terms: {
      'x-throughline-cacheable': hash,
      'x-throughline-workspace': 'workspace',
      'x-throughline-expires': new Date(now + HOUR).toISOString(),
      'x-throughline-parameters': 'after order',
    },
    cache: shareCache({
      ask: innerRequests(handle),
      news: { isFresh: () => stage.fresh, isListening: () => stage.listening },
      security: (_path, { frames }) => ({
        'x-content-type-options': 'nosniff',
        ...(frames.length === 0 && { 'x-frame-options': 'DENY' }),
      }),
      views: { see: ({ method }, of) => stage.seen.push(`${method} ${of}`) },
      now: () => stage.now,
    }),
  }
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  stage.handled.push(request)
  const text = stage.words
  await stage.held
  if (stage.status >= 500) {
    response.writeHead(stage.status, { 'retry-after': '5' })
    response.end('not now')
    return
  }
  if (stage.status !== 200 || request.url === '/s/-') {
    response.writeHead(404, { 'content-type': 'text/html', 'cache-control': 'private' })
    response.end('nothing here')
    return
  }
  const headers = request.headers['x-throughline-fill'] ? stage.terms : stage.alone
  response.writeHead(200, { 'content-type': 'text/html', etag: '"tag"', ...headers })
  response.end(`${text} ${'x'.repeat(stage.length)}`)
}

/** Sets the stage before each test of a file, with a server in front of it. */
export function stagedShareCache(): void {
  let close = () => {}
  beforeEach(async () => {
    Object.assign(stage, set())
    const server = createServer((request, response) => {
      // As the HTTP server does for every answer.
      response.setHeader('x-frame-options', 'DENY')
      void stage.cache.answer(request, response).then(async (done) => {
        if (!done) await handle(request, response)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    close = () => server.close()
  })
  afterEach(() => close())
}

/** Asks for a page. */
export function get(
  url = path,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> {
  return fetch(base + url, { method, headers: { 'accept-encoding': 'identity', ...headers } })
}

/** The first word of a page. */
export async function beginning(url = path): Promise<string | undefined> {
  return (await (await get(url)).text()).split(' ')[0]
}
