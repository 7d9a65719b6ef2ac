import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { keepPace } from './body-pace'
import { app, ask, host, raw, statusOf, useHttpServer } from './http-server-test-support'

useHttpServer()

/** What a program is told of a problem: RFC 9457. */
function problemIn(answered: string) {
  const [head = '', body = ''] = answered.split('\r\n\r\n')
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  const problem = JSON.parse(body) as {
    type: string
    title: string
    status: number
    detail: string
  }
  expect(problem).toMatchObject({ type: 'about:blank', status: statusOf(answered) })
  expect(problem.detail).toMatch(/^[A-Z].{15,}/)
  expect(problem.title).not.toBe('')
  return problem
}

const json = 'Content-Type: application/json'
/** Sends JSON, and gives the whole answer. */
function post(body: string): Promise<string> {
  const socket = connect(app.port, '127.0.0.1')
  const head = ['POST /api/v1/campaigns HTTP/1.1', host, json, `Content-Length: ${body.length}`]
  socket.write([...head, 'Connection: close', '', body].join('\r\n'))
  return text(socket)
}

describe('a program at the API is told as a problem', () => {
  it('that the database is away, reading and writing', async () => {
    app.away = true
    expect(problemIn(await ask('/api/v1/campaigns')).status).toBe(503)
    const written = await post('{}')
    expect(problemIn(written).detail).toContain('this was not saved')
    expect(written.toLowerCase()).toContain('retry-after: 5')
    expect(await ask('/campaigns')).toContain('text/plain')
  })

  it('that the database went away while it waited', async () => {
    app.handle = () => new Promise(() => {})
    const answered = ask('/api/v1/campaigns')
    await expect.poll(() => app.handled.length).toBe(1)
    app.goAway()
    expect(problemIn(await answered).status).toBe(503)
  })

  it('that the disk is full', async () => {
    app.full = true
    expect(problemIn(await post('{}')).status).toBe(507)
  })

  it('that its network asks for too much', async () => {
    app.handle = () => new Promise(() => {})
    const refused = await Promise.any(Array.from({ length: 60 }, () => ask('/api/v1/campaigns')))
    expect(problemIn(refused).status).toBe(429)
    expect(refused).toMatch(/^retry-after: 5/im)
  })

  it('that it sent too much, another type, or by another method', async () => {
    const head = (...lines: string[]) => raw('POST /api/v1/campaigns HTTP/1.1', host, ...lines)
    expect(problemIn(await head(json, 'Content-Length: 5000000')).status).toBe(413)
    expect(problemIn(await head('Content-Type: text/plain', 'Content-Length: 2')).status).toBe(415)
    expect(problemIn(await raw('PUT /api/v1/campaigns HTTP/1.1', host)).status).toBe(405)
    expect(problemIn(await raw('GET /api/v1 HTTP/1.1', 'Host: other.example.org')).status).toBe(421)
    expect(problemIn(await raw('GET /api/v1 HTTP/1.1', host, host)).status).toBe(400)
  })

  it('that its JSON is nested deeper than anything it could mean', async () => {
    app.handle = async (request, response) => {
      await text(request)
      response.end('read')
    }
    expect(problemIn(await post('['.repeat(200_000))).status).toBe(400)
    expect(await post(JSON.stringify([[{ a: ['[[[['] }]]))).toContain('read')
  })

  it('that something went wrong', async () => {
    app.handle = () => Promise.reject(new Error('planted'))
    expect(problemIn(await ask('/api/v1/campaigns')).status).toBe(500)
  })
})

it('a program that sends too slowly is told so before it is cut', async () => {
  app.handle = (request, response) => {
    keepPace(request, response, { grace: 0, rate: 1e9, every: 10 })
    return new Promise(() => {})
  }
  const socket = connect(app.port, '127.0.0.1')
  socket.write(
    `POST /api/v1/campaigns HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: 9000\r\n\r\n{`,
  )
  expect(problemIn(await text(socket)).status).toBe(408)
})
