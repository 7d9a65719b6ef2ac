import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerHeader, requestHeader } from '../../lib/inner-headers'
import { trustedProxies } from './client-address'
import { root } from '../lib/paths'
import { staticFiles } from './static-files'
import { httpServer } from './http-server'

let server: Server
let port: number
let away: boolean
let full: boolean
let warm: boolean
let goAway: () => void
/** What stands in for Next. */
let handled: IncomingMessage[]
let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>

beforeEach(async () => {
  ;[away, full, warm, handled, goAway] = [false, false, true, [], () => {}]
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
    disk: { isFull: () => full },
    isWarm: () => warm,
    isMember: (cookies) => Promise.resolve(cookies === 'throughline=member'),
    handle: (request, response) => {
      handled.push(request)
      return handle(request, response)
    },
    shares: null,
    style: null,
    files: staticFiles({ '/fonts/': join(root, 'public/fonts') }),
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

it('fonts of shared pages are kept for ever, and no other file lies there', async () => {
  const [font = ''] = readdirSync(join(root, 'public/fonts')).filter((one) =>
    one.endsWith('.woff2'),
  )
  const answer = await ask(`/fonts/${font}`)
  expect(answer).toMatch(/^HTTP\/1\.1 200/)
  expect(answer).toMatch(/cache-control: public, max-age=31536000, immutable/i)
  expect(answer).toMatch(/content-type: font\/woff2/i)
  expect(handled).toEqual([])
  await ask('/fonts/../icon.svg')
  await ask('/fonts/other.woff2')
  expect(handled).toHaveLength(2)
})

it('nothing that is said in our own headers from outside reaches the app', async () => {
  const names = [...Object.values(requestHeader), ...Object.values(answerHeader)]
  await ask('/', ...names.map((name) => `${name.toUpperCase()}: forged`))
  expect(Object.values(handled[0]?.headers ?? {})).not.toContain('forged')
  expect(handled[0]?.headers[requestHeader.address]).toBe('127.0.0.1')
})

describe('JSON that is nested 10,000 deep', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  const post = async (type: string, body: string, pieces = 1) => {
    handle = async (request, response) => {
      await text(request)
      response.end('from the app')
    }
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (bytes) => (said += String(bytes)))
    // What is refused is not read to its end.
    socket.on('error', () => {})
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write(
      [
        ...['POST /sign-in HTTP/1.1', host, 'Origin: http://record.example.org'],
        'Next-Action: 0',
        ...[`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body)}`],
        'Connection: close\r\n\r\n',
      ].join('\r\n'),
    )
    const size = Math.ceil(body.length / pieces)
    for (let at = 0; at < body.length; at += size) {
      // Each in a packet of its own, so that a mark is cut in the middle.
      await new Promise((resolve) => socket.write(body.slice(at, at + size), resolve))
      await new Promise((resolve) => setImmediate(resolve))
    }
    await closed
    return said
  }
  const form = (name: string, value: string) =>
    `--edge\r\nContent-Disposition: form-data; name="title"\r\n\r\nA "rally [\r\n--edge\r\n` +
    `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--edge--\r\n`
  const formType = 'multipart/form-data; boundary=edge'

  it.each([
    ['alone', 'text/plain;charset=UTF-8', deep],
    ['as an argument of an action', formType, form('0', deep)],
    ['as an argument that a page has bound', formType, form('$ACTION_1:1', deep)],
    ['as objects', 'text/plain', '{"a":'.repeat(10_000)],
  ])('is refused %s, with a sentence', async (_what, type, body) => {
    const answer = await post(type, body)
    expect(statusOf(answer)).toBe(400)
    expect(answer).toContain('lists within lists')
  })

  it('is refused in whatever pieces it comes', async () => {
    expect(statusOf(await post(formType, form('$ACTION_1:1', '['.repeat(150)), 90))).toBe(400)
  })

  it('is let through as words that somebody typed, and in a text', async () => {
    expect(await post(formType, form('1_summary', deep))).toContain('from the app')
    expect(await post('text/plain', JSON.stringify([deep, `\\"${deep}`]))).toContain('from the app')
    expect(await post('text/plain', '[{"a":[]}]'.repeat(1_000))).toContain('from the app')
  })
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

it('serves while it is still starting, and is not ready yet', async () => {
  warm = false
  expect(await ask('/campaigns')).toContain('from the app')
  expect(statusOf(await ask('/healthz'))).toBe(200)
  expect(statusOf(await ask('/readyz'))).toBe(503)
  warm = true
  expect(statusOf(await ask('/readyz'))).toBe(200)
})

describe('while the disk is full', () => {
  const save = (...headers: string[]) =>
    raw(
      ...['POST /campaigns HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Length: 0', ...headers],
    )

  it('pages are read, and what is sent hears why it was not saved', async () => {
    full = true
    expect(await ask('/campaigns')).toContain('from the app')
    const asPage = await save('Accept: text/html')
    expect(statusOf(asPage)).toBe(507)
    expect(asPage).toContain('what you typed is still in the form')
    const inScript = await save('Accept: text/x-component')
    expect(statusOf(inScript)).toBe(507)
    expect(inScript).toContain('The disk of the server is full, so this was not saved.')
    // The browser hands a form the text of exactly this type.
    expect(inScript).toMatch(/^content-type: text\/plain\r$/im)
    expect(handled).toHaveLength(1)
    full = false
    expect(await save()).toContain('from the app')
  })

  it('readiness says so, and still lets readers in', async () => {
    full = true
    const answer = await ask('/readyz')
    expect(statusOf(answer)).toBe(200)
    expect(answer).toContain('the disk is full: nothing is saved')
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
  await expect.poll(() => handled.length).toBe(2)
  const member = ask('/campaigns', 'Cookie: throughline=member')
  await expect.poll(() => handled.at(-1)?.url).toBe('/campaigns')
  expect(handled).toHaveLength(3)
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

it('200 sign-ins from one network: most are refused before the app sees them', async () => {
  const send = (more: string[] = []) =>
    raw(
      ...['POST /sign-in HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Length: 0', 'Accept: text/x-component', ...more],
    )
  const statuses: number[] = []
  for (let n = 0; n < 200; n += 1) statuses.push(statusOf(await send()))
  const refused = statuses.filter((status) => status === 429).length
  expect(handled.length).toBe(200 - refused)
  expect(refused).toBeGreaterThan(100)
  expect(await send()).toContain('what you typed is still here')
  expect(await send(['Cookie: throughline=member'])).toContain('from the app')
  expect(await ask('/sign-in')).toContain('from the app')
})
