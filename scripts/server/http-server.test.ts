import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerHeader, requestHeader } from '../../lib/inner-headers'
import { trustedProxies } from './client-address'
import { httpServer } from './http-server'

let server: Server
let port: number
let away: boolean
let goAway: () => void
/** What stands in for Next. */
let handled: IncomingMessage[]
let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>

beforeEach(async () => {
  ;[away, handled, goAway] = [false, [], () => {}]
  handle = async (_request, response) => {
    await new Promise<void>((resolve) => response.end('from the app', resolve))
  }
  server = httpServer({
    reachable: { url: new URL('http://record.example.org'), loopbackPort: null },
    proxies: trustedProxies(''),
    dev: false,
    database: {
      isReady: () => Promise.resolve(!away),
      isAway: () => away,
      onAway: (listener) => (goAway = listener),
    },
    isMember: (cookies) => Promise.resolve(cookies === 'throughline=member'),
    handle: (request, response) => {
      handled.push(request)
      return handle(request, response)
    },
    shares: null,
    style: null,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends lines as they are, and gives the whole answer. */
async function raw(...lines: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)
  return text(socket)
}
const host = 'Host: record.example.org'
const ask = (path = '/', ...headers: string[]) => raw(`GET ${path} HTTP/1.1`, host, ...headers)
const statusOf = (answer: string) => Number(answer.split(' ')[1])

describe('a request that can be understood in two ways', () => {
  it.each([
    ['two hosts', ['GET / HTTP/1.1', host, 'Host: evil.example']],
    ['the same host twice', ['GET / HTTP/1.1', host, 'hOST: record.example.org']],
    ['a whole address', ['GET http://evil.example/campaigns HTTP/1.1', host]],
    ['our own whole address', ['GET http://record.example.org/campaigns HTTP/1.1', host]],
    ['no path', ['OPTIONS * HTTP/1.1', host]],
  ])('is refused: %s', async (_what, lines) => {
    const answer = await raw(...lines)
    expect(statusOf(answer)).toBe(400)
    expect(answer).not.toMatch(/^location:/im)
    expect(handled).toEqual([])
  })
})

it('nothing that is said in our own headers from outside reaches the app', async () => {
  const names = [...Object.values(requestHeader), ...Object.values(answerHeader)]
  await ask('/', ...names.map((name) => `${name.toUpperCase()}: forged`))
  expect(Object.values(handled[0]?.headers ?? {})).not.toContain('forged')
  expect(handled[0]?.headers[requestHeader.address]).toBe('127.0.0.1')
})

describe('while the database is away', () => {
  it('a page says what is safe and when to try again, without the app', async () => {
    away = true
    const answer = await ask('/campaigns', 'Accept: text/html')
    expect(statusOf(answer)).toBe(503)
    expect(answer).toMatch(/^retry-after: 5/im)
    expect(answer).toContain('saved before is safe')
    expect(handled).toEqual([])
  })

  it('a form that was sent hears that it was not saved', async () => {
    away = true
    const answer = await raw(
      ...['POST /campaigns HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Accept: text/html', 'Content-Length: 0'],
    )
    expect(statusOf(answer)).toBe(503)
    expect(answer).toContain('what you typed is still in the form')
  })

  it('whoever asked shortly before is answered too, and the process answers for itself', async () => {
    handle = () => new Promise(() => {})
    const waiting = ask('/campaigns')
    await expect.poll(() => handled.length).toBe(1)
    away = true
    goAway()
    expect(statusOf(await waiting)).toBe(503)
    expect(statusOf(await ask('/healthz'))).toBe(200)
    expect(statusOf(await ask('/readyz'))).toBe(503)
  })
})

it('an action that the app does not know is not found', async () => {
  handle = async (_request, response) => {
    response.statusCode = 409
    response.setHeader('x-nextjs-action-not-found', '1')
    await new Promise<void>((resolve) => response.end('Server Action unavailable.', resolve))
  }
  expect(statusOf(await ask('/sign-in'))).toBe(404)
})

it('a member is let in while strangers of the same network wait', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  handle = async (_request, response) => {
    await held
    response.end()
  }
  const strangers = Array.from({ length: 10 }, () => ask('/sign-in', 'Cookie: throughline=forged'))
  await expect.poll(() => handled.length).toBe(3)
  const member = ask('/campaigns', 'Cookie: throughline=member')
  await expect.poll(() => handled.at(-1)?.url).toBe('/campaigns')
  expect(handled).toHaveLength(4)
  release()
  expect((await Promise.all([member, ...strangers])).map(statusOf)).toEqual(Array(11).fill(200))
})

it('a network that asks for too much at once is told so', async () => {
  handle = () => new Promise(() => {})
  const answers = Array.from({ length: 60 }, () => ask('/sign-in'))
  const refused = await Promise.any(answers)
  expect(statusOf(refused)).toBe(429)
  expect(refused).toMatch(/^retry-after: 5/im)
})
