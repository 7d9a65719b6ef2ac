import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { keepPace } from './body-pace'

const PACE = { grace: 300, rate: 2_000, every: 20 }

let server: Server

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Sends a body in pieces with pauses (milliseconds) before them; gives back the status of the answer. */
async function sent(length: number, pieces: { after: number; bytes: number }[]): Promise<number> {
  server = createServer((request, response) => {
    keepPace(request, response, PACE)
    request.resume().once('end', () => response.writeHead(200, { connection: 'close' }).end('got'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
  socket.on('error', () => undefined)
  const closed = once(socket, 'close')
  socket.write(`POST / HTTP/1.1\r\nHost: here\r\nContent-Length: ${length}\r\n\r\n`)
  for (const { after, bytes } of pieces) {
    // The pace is what is tested: a piece is sent so long after the one before, unless it was cut.
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, after))])
    if (socket.writable) socket.write(Buffer.alloc(bytes, 65))
  }
  await closed
  return Number(/^HTTP\/1.1 (\d+)/.exec(said)?.[1] ?? 0)
}

const steady = (times: number, after: number, bytes: number) =>
  Array.from({ length: times }, () => ({ after, bytes }))

it('cuts what trickles', async () => {
  expect(await sent(5_000, steady(40, 25, 1))).toBe(408)
})

it('waits for what is slow and goes on', async () => {
  expect(await sent(6_000, steady(20, 50, 300))).toBe(200)
})

it('waits for a pause that is made up for', async () => {
  expect(await sent(4_000, [...steady(1, 0, 3_900), ...steady(1, 700, 100)])).toBe(200)
})

it('asks nothing of a request without a body', async () => {
  expect(await sent(0, [])).toBe(200)
})
