import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { answerHeader, requestHeader } from '../../lib/inner-headers'
import { root } from '../lib/paths'
import { app, ask, host, raw, statusOf, useHttpServer } from './http-server-test-support'

useHttpServer()

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
    expect(app.handled).toEqual([])
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
  expect(app.handled).toEqual([])
  await ask('/fonts/../icon.svg')
  await ask('/fonts/other.woff2')
  expect(app.handled).toHaveLength(2)
})

it('nothing that is said in our own headers from outside reaches the app', async () => {
  const names = [...Object.values(requestHeader), ...Object.values(answerHeader)]
  await ask('/', ...names.map((name) => `${name.toUpperCase()}: forged`))
  expect(Object.values(app.handled[0]?.headers ?? {})).not.toContain('forged')
  expect(app.handled[0]?.headers[requestHeader.address]).toBe('127.0.0.1')
})

describe('JSON that is nested 10,000 deep', () => {
  const deep = '['.repeat(10_000) + ']'.repeat(10_000)
  const post = async (type: string, body: string, pieces = 1) => {
    app.handle = async (request, response) => {
      await text(request)
      response.end('from the app')
    }
    const socket = connect(app.port, '127.0.0.1')
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
    app.away = true
    const answer = await ask('/campaigns', 'Accept: text/html')
    expect(statusOf(answer)).toBe(503)
    expect(answer).toMatch(/^retry-after: 5/im)
    expect(answer).toContain('saved before is safe')
    expect(app.handled).toEqual([])
  })

  it('a form that was sent hears that it was not saved', async () => {
    app.away = true
    const answer = await raw(
      ...['POST /campaigns HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Accept: text/html', 'Content-Length: 0'],
    )
    expect(statusOf(answer)).toBe(503)
    expect(answer).toContain('what you typed is still in the form')
  })

  it('whoever asked shortly before is answered too, and the process answers for itself', async () => {
    app.handle = () => new Promise(() => {})
    const waiting = ask('/campaigns')
    await expect.poll(() => app.handled.length).toBe(1)
    app.away = true
    app.goAway()
    expect(statusOf(await waiting)).toBe(503)
    expect(statusOf(await ask('/healthz'))).toBe(200)
    expect(statusOf(await ask('/readyz'))).toBe(503)
  })
})

it('serves while it is still starting, and is not ready yet', async () => {
  app.warm = false
  expect(await ask('/campaigns')).toContain('from the app')
  expect(statusOf(await ask('/healthz'))).toBe(200)
  expect(statusOf(await ask('/readyz'))).toBe(503)
  app.warm = true
  expect(statusOf(await ask('/readyz'))).toBe(200)
})

describe('while the disk is full', () => {
  const save = (...headers: string[]) =>
    raw(
      ...['POST /campaigns HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Length: 0', ...headers],
    )

  it('pages are read, and what is sent hears why it was not saved', async () => {
    app.full = true
    expect(await ask('/campaigns')).toContain('from the app')
    const asPage = await save('Accept: text/html')
    expect(statusOf(asPage)).toBe(507)
    expect(asPage).toContain('what you typed is still in the form')
    const inScript = await save('Accept: text/x-component')
    expect(statusOf(inScript)).toBe(507)
    expect(inScript).toContain('The disk of the server is full, so this was not saved.')
    // The browser hands a form the text of exactly this type.
    expect(inScript).toMatch(/^content-type: text\/plain\r$/im)
    expect(app.handled).toHaveLength(1)
    app.full = false
    expect(await save()).toContain('from the app')
  })

  it('readiness says so, and still lets readers in', async () => {
    app.full = true
    const answer = await ask('/readyz')
    expect(statusOf(answer)).toBe(200)
    expect(answer).toContain('the disk is full: nothing is saved')
  })
})

it('an action that the app does not know is not found', async () => {
  app.handle = async (_request, response) => {
    response.statusCode = 409
    response.setHeader('x-nextjs-action-not-found', '1')
    await new Promise<void>((resolve) => response.end('Server Action unavailable.', resolve))
  }
  expect(statusOf(await ask('/sign-in'))).toBe(404)
})

it('whoever is refused while they send hears it once they have sent all', async () => {
  app.full = true
  const socket = connect(app.port, '127.0.0.1')
  const said = text(socket)
  let isAnswered = false
  socket.once('data', () => (isAnswered = true))
  const half = 'x'.repeat(5_000)
  socket.write(
    [
      ...['POST /sign-in HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 10000'],
      ...['Connection: close', '', half],
    ].join('\r\n'),
  )
  expect(statusOf(await ask('/healthz'))).toBe(200)
  expect(isAnswered).toBe(false)
  socket.write(half)
  expect(statusOf(await said)).toBe(507)
})

it('whoever sends too much hears so, and is not cut off while they send the rest', async () => {
  const socket = connect(app.port, '127.0.0.1')
  const ended = new Promise<string>((resolve, reject) => {
    socket.once('error', reject)
    let said = ''
    socket.on('data', (bytes) => (said += String(bytes))).once('end', () => resolve(said))
  })
  const half = 'x'.repeat(4_000_000)
  socket.write(
    [
      ...['POST /sign-in HTTP/1.1', host, 'Origin: http://record.example.org'],
      ...['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${2 * half.length}`],
      '\r\n',
    ].join('\r\n'),
  )
  await once(socket, 'data')
  socket.write(half)
  await new Promise((resolve) => socket.write(half, resolve))
  expect(await ended).toMatch(/^HTTP\/1.1 413 [\s\S]*The request is larger than 1 MB\.\n$/)
})
