import { connect, type AddressInfo } from 'node:net'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { drain } from './drain'

let server: Server
let port: number
let waiting: ServerResponse[]
let atOnce: number

beforeEach(async () => {
  ;[waiting, atOnce] = [[], 0]
  server = createServer((request, response) => {
    if (request.url === '/slow') return void waiting.push(response)
    response.end('at once', () => (atOnce += 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => server.closeAllConnections())

const ask = (path: string) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: record.example.org\r\n\r\n`)
  return text(socket)
}

it('whoever is served when it is told to end gets a whole answer, and nobody is let in any more', async () => {
  const asked = Array.from({ length: 50 }, () => ask('/slow'))
  await expect.poll(() => waiting.length).toBe(50)
  const idle = ask('/')
  await expect.poll(() => atOnce).toBe(1)
  const drained = drain(server, 60_000)
  expect(await idle).toContain('at once')
  await expect(ask('/')).rejects.toThrow(/ECONNREFUSED/)
  for (const response of waiting) response.end('whole')
  for (const answer of await Promise.all(asked)) expect(answer).toMatch(/200 OK[\s\S]*whole/)
  await drained
})

it('whoever takes too long is cut', async () => {
  const asked = ask('/slow')
  await expect.poll(() => waiting.length).toBe(1)
  await drain(server, 10)
  expect(await asked).toBe('')
})
