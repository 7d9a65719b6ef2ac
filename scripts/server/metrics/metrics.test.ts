import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { app, ask, host, raw, useHttpServer } from '../http-server-test-support'
import { mayReadMetrics } from './access'
import { routeNames } from './routes'

useHttpServer()

const own = 'Host: localhost:3000'
/** The metrics as Prometheus on this machine reads them. */
async function metrics(): Promise<string> {
  const answered = await fetch(`http://127.0.0.1:${app.port}/metrics`)
  expect([answered.status, answered.headers.get('content-type')]).toEqual([
    200,
    'text/plain; charset=utf-8',
  ])
  return answered.text()
}
const counted = (sample: string) =>
  expect.poll(async () => (await metrics()).includes(sample)).toBe(true)

describe('the numbers of the server', () => {
  it('count requests by route and status, and how long they took', async () => {
    await ask('/campaigns/a-b')
    await ask('/campaigns/c-d')
    app.handle = (_request, response) => {
      response.writeHead(404).end()
      return Promise.resolve()
    }
    await ask('/campaigns/none')
    await counted('throughline_http_requests_total{route="/campaigns/[slug]",status="200"} 2\n')
    await counted('throughline_http_requests_total{route="/campaigns/[slug]",status="404"} 1\n')
    await counted('throughline_http_request_seconds_count{route="/campaigns/[slug]"} 3\n')
    expect(await metrics()).not.toContain('a-b')
  })

  it('count faults, and who waits', async () => {
    app.handle = () => Promise.reject(new Error('planted'))
    await ask('/sign-in')
    await counted('throughline_faults_total 1\n')
    // As Next answers when a page fails: it tells nobody but whoever asked.
    for (const status of [500, 503]) {
      app.handle = (_request, response) => {
        response.writeHead(status).end()
        return Promise.resolve()
      }
      await ask('/sign-in')
    }
    await counted('status="503"} 1\n')
    await counted('throughline_faults_total 2\n')
    app.handle = () => new Promise(() => {})
    const waiting = Array.from({ length: 5 }, () => ask('/sign-in'))
    await counted('throughline_requests_working{kind="strangers"} 2\n')
    await counted('throughline_requests_waiting{kind="strangers"} 3\n')
    for (const one of waiting) one.catch(() => {})
  })

  it('are in the text format of Prometheus', async () => {
    await ask('/campaigns/a-b')
    await counted('status="200"')
    const lines = (await metrics()).trimEnd().split('\n')
    const sample = /^throughline_[a-z_]+(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? [\d.e+-]+$/
    for (const line of lines)
      expect(line).toMatch(line.startsWith('#') ? /^# (HELP|TYPE) throughline_[a-z_]+ \S/ : sample)
    const families = lines
      .filter((line) => line.startsWith('# TYPE'))
      .map((line) => line.split(' ')[2])
    expect(new Set(families).size).toBe(families.length)
    expect(families).toContain('throughline_database_statements_total')
  })

  it('are read from this machine alone, or with the operator’s token', async () => {
    const isOpen = async (...lines: string[]) =>
      (await raw('GET /metrics HTTP/1.1', ...lines)).includes('throughline_faults_total')
    expect(await isOpen(own)).toBe(true)
    expect(await isOpen('Host: 127.0.0.1')).toBe(true)
    expect(await isOpen(host)).toBe(false)
    // A proxy on this machine speaks for others.
    for (const header of ['X-Forwarded-For: 10.0.0.1', 'X-Real-IP: 10.0.0.1', 'Via: 1.1 proxy'])
      expect([header, await isOpen(own, header)]).toEqual([header, false])

    const asks = (remoteAddress: string, headers: Record<string, string>, token: string) =>
      mayReadMetrics({ headers, socket: { remoteAddress } }, token)
    expect(asks('10.0.0.1', { host: 'localhost' }, '')).toBe(false)
    expect(asks('::ffff:127.0.0.1', { host: '[::1]:3000' }, '')).toBe(true)
    expect(asks('127.0.0.1', {}, '')).toBe(false)
    const bearer = (token: string) => ({
      host: 'record.example.org',
      authorization: `Bearer ${token}`,
    })
    expect(asks('10.0.0.1', bearer('seven umbrellas'), 'seven umbrellas')).toBe(false)
    expect(asks('10.0.0.1', bearer('seven-umbrellas'), 'seven-umbrellas')).toBe(true)
    expect(asks('10.0.0.1', bearer('six-umbrellas'), 'seven-umbrellas')).toBe(false)
    expect(asks('127.0.0.1', { host: 'localhost' }, 'seven-umbrellas')).toBe(false)
  })

  it('name routes, and no name or secret that is in an address', () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-routes-'))
    const manifest = join(folder, 'routes-manifest.json')
    const routes = {
      staticRoutes: [{ page: '/campaigns', regex: '^/campaigns(?:/)?$' }],
      dynamicRoutes: [{ page: '/s/[token]', regex: '^/s/([^/]+?)(?:/)?$' }],
    }
    writeFileSync(manifest, JSON.stringify(routes))
    const routeOf = routeNames(manifest)
    expect(['/campaigns', '/s/a-secret', '/nowhere/else'].map(routeOf)).toEqual([
      '/campaigns',
      '/s/[token]',
      'other',
    ])
    expect(routeNames(join(folder, 'none'))('/campaigns')).toBe('other')
    rmSync(folder, { recursive: true })
  })
})
