import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach } from 'vitest'
import { trustedProxies } from './client-address'
import { root } from '../lib/paths'
import { Metrics } from './metrics/metrics'
import { staticFiles } from './static-files'
import { httpServer } from './http-server'

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const answer: Handle = async (_request, response) => {
  await new Promise<void>((resolve) => response.end('from the app', resolve))
}

/** The HTTP server of a test, and what stands in for what it asks. */
export const app = {
  port: 0,
  away: false,
  full: false,
  warm: true,
  /** What opens the numbers to other machines. */
  metricsToken: '',
  goAway: (): void => {},
  /** How many writes from other sites were refused. */
  foreign: 0,
  /** What reached what stands in for Next, and how that answers. */
  handled: [] as IncomingMessage[],
  handle: answer,
}

/** Starts a server for each test. */
export function useHttpServer(): void {
  let server: Server
  beforeEach(async () => {
    Object.assign(app, { away: false, full: false, warm: true, handled: [], handle: answer })
    const { metricsToken } = app
    app.metricsToken = ''
    server = httpServer({
      reachable: { url: new URL('http://record.example.org'), loopbackPort: null },
      proxies: trustedProxies(''),
      dev: false,
      database: {
        isReady: () => Promise.resolve(!app.away),
        isAway: () => app.away,
        onAway: (listener) => (app.goAway = listener),
      },
      disk: { isFull: () => app.full },
      isWarm: () => app.warm,
      isMember: ({ cookie }) => Promise.resolve(cookie === 'throughline=member'),
      handle: (request, response) => {
        app.handled.push(request)
        return app.handle(request, response)
      },
      metrics: new Metrics((path) =>
        /^\/campaigns\/[^/]+$/.test(path) ? '/campaigns/[slug]' : 'other',
      ),
      metricsToken,
      onForeign: () => (app.foreign += 1),
      shares: null,
      style: null,
      files: staticFiles({ '/fonts/': join(root, 'public/fonts') }),
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    app.port = (server.address() as AddressInfo).port
  })
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })
}

export const host = 'Host: record.example.org'

/** Sends lines as they are, and gives the whole answer. */
export async function raw(...lines: string[]): Promise<string> {
  const socket = connect(app.port, '127.0.0.1')
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}

/** Asks for a page of the app. */
export const ask = (path = '/', ...headers: string[]): Promise<string> =>
  raw(`GET ${path} HTTP/1.1`, host, ...headers)

export const statusOf = (answered: string): number => Number(answered.split(' ')[1])
