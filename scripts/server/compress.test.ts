import { randomBytes } from 'node:crypto'
import { createServer, request as ask, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { codingOf } from './coding'
import { compressAnswer } from './compress'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const LONG = 'What was demanded, what was done, what was answered. '.repeat(100)

async function get(listener: RequestListener, accepted: string, method = 'GET') {
  const server = createServer((request, response) => {
    compressAnswer(request, response)
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return new Promise<{
    status: number | undefined
    headers: NodeJS.Dict<string | string[]>
    body: Buffer
  }>((resolve, reject) => {
    ask(
      { host: '127.0.0.1', port, method, headers: { 'accept-encoding': accepted } },
      (response) => {
        const pieces: Buffer[] = []
        response.on('data', (piece: Buffer) => pieces.push(piece))
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            body: Buffer.concat(pieces),
          }),
        )
      },
    )
      .on('error', reject)
      .end()
  })
}

test('a text is sent in the best form that the client reads', async () => {
  const listener: RequestListener = (_, response) => {
    response.setHeader('content-type', 'text/html')
    response.setHeader('vary', 'rsc')
    response.write(LONG)
    response.end('The end.')
  }
  const brotli = await get(listener, 'gzip, deflate, br')
  expect(brotli.headers).toMatchObject({
    'content-encoding': 'br',
    vary: 'rsc, accept-encoding',
  })
  expect(brotliDecompressSync(brotli.body).toString()).toBe(`${LONG}The end.`)
  const gzip = await get(listener, 'gzip')
  expect(gunzipSync(gzip.body).toString()).toBe(`${LONG}The end.`)
  const plain = await get(listener, 'identity')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body.toString()).toBe(`${LONG}The end.`)
})

test('a picture that is written in pieces stays as it is', async () => {
  const picture = await get((_, response) => {
    response.setHeader('content-type', 'image/png')
    response.write(LONG)
    response.end('The end.')
  }, 'br')
  expect(picture.headers['content-encoding']).toBeUndefined()
  expect(picture.body.toString()).toBe(`${LONG}The end.`)
})

test('what is short, packed, a picture or nothing at all stays as it is', async () => {
  const as = (type: string, body: string, more: Record<string, string> = {}) =>
    get((_, response) => response.writeHead(200, { 'content-type': type, ...more }).end(body), 'br')
  expect((await as('image/png', LONG)).headers['content-encoding']).toBeUndefined()
  expect(
    (await as('text/html', LONG, { 'content-encoding': 'gzip' })).headers['content-encoding'],
  ).toBe('gzip')
  const short = await get((_, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end('ok')
  }, 'br')
  expect(short.headers).toMatchObject({ 'content-length': '2' })
  expect(short.body.toString()).toBe('ok')
  const of = async (length: number) => {
    const answer = await get((_, response) => {
      response.setHeader('content-type', 'text/plain')
      response.end('x'.repeat(length))
    }, 'br')
    return answer.headers
  }
  expect((await of(999))['content-encoding']).toBeUndefined()
  expect((await of(1_000))['content-encoding']).toBe('br')
  const none = await get((_, response) => response.writeHead(304).end(), 'br')
  expect([none.status, none.body.length]).toEqual([304, 0])
  const head = await get((_, response) => response.writeHead(200).end(), 'br', 'HEAD')
  expect(head.status).toBe(200)
})

test('who writes more than fits at once is told when to go on', async () => {
  let waits = 0
  const answer = await get((_, response) => {
    response.setHeader('content-type', 'text/html')
    let left = 60
    const write = () => {
      while (left > 0) {
        left -= 1
        if (!response.write(LONG)) {
          waits += 1
          return void response.once('drain', write)
        }
      }
      response.end()
    }
    write()
  }, 'br')
  expect(brotliDecompressSync(answer.body).length).toBe(60 * LONG.length)
  expect(waits).toBeGreaterThan(1)
})

test('who writes faster than the reader takes it is told to wait', async () => {
  const most = 1_000
  let written = 0
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const server = createServer((request, response) => {
    compressAnswer(request, response)
    response.setHeader('content-type', 'text/plain')
    const write = () => {
      if (written === most) return end()
      written += 1
      if (response.write(randomBytes(30_000).toString('hex'))) setImmediate(write)
      else end()
    }
    write()
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  const headers = { 'accept-encoding': 'gzip' }
  // It reads nothing at all.
  const reader = ask({ host: '127.0.0.1', port, headers }, (response) => response.pause())
  reader.on('error', () => {}).end()
  await ended
  reader.destroy()
  expect(written).toBeLessThan(most)
})

test('a piece can be read before the rest is written', async () => {
  const answer = await get((_, response) => {
    const packed = response as typeof response & { flush: () => void }
    response.setHeader('content-type', 'text/html')
    response.flushHeaders()
    response.write(LONG)
    packed.flush()
    setImmediate(() => response.end('.'))
  }, 'br')
  expect(brotliDecompressSync(answer.body).toString()).toBe(`${LONG}.`)
})

test.each([
  [undefined, null],
  ['', null],
  ['gzip', 'gzip'],
  ['gzip;q=1, br;q=0', 'gzip'],
  ['BR', 'br'],
  ['*', 'br'],
  ['identity', null],
  ['gzip;q=0, *;q=0.5', 'br'],
  ['x-gzip;q=0.0', null],
])('%s asks for %s', (accepted, coding) => {
  expect(codingOf(accepted)).toBe(coding)
})
