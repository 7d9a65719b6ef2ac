import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { innerRequests } from '../inner-request'
import { documents } from './documents'

const story = '/campaigns/a/story'
const mine = `throughline=${'a'.repeat(43)}`
const theirs = `throughline=${'b'.repeat(43)}`

let server: Server
let asked: IncomingMessage[]
/** What holds Next's answer up. */
let held: Promise<void>
/** The sessions that may have changed something. */
let changed: string[]
let change: ReturnType<typeof documents>['change']
let versions: Map<string, number | null | Error>
/** What Next answers with. */
let answer: { status: number; headers: Record<string, string>; body: string }

beforeEach(async () => {
  asked = []
  held = Promise.resolve()
  changed = []
  versions = new Map()
  answer = { status: 200, headers: { 'content-type': 'text/html' }, body: page('first') }
  const pages = documents({
    ask: innerRequests(async (request, response) => {
      asked.push(request)
      const { status, headers, body } = answer
      await held
      await new Promise<void>((resolve) => response.writeHead(status, headers).end(body, resolve))
    }),
    states: {
      of: (token) => {
        const version = versions.get(token[0] ?? '') ?? null
        return version instanceof Error ? Promise.reject(version) : Promise.resolve(version)
      },
      change: (token) => void changed.push(token),
    },
    security: (nonce) => ({ 'content-security-policy': `style-src 'nonce-${nonce}'` }),
    styles: { of: (_, __, fonts) => `b{top:${fonts ? 1 : 0}}`, fonts: ['/a.woff2'] },
  })
  change = pages.change
  server = createServer((request, response) => {
    pages.answer(request, response).then(
      (done) => done || response.end('from the app itself'),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeAllConnections()
  await closed
})

function page(text: string) {
  return `<html><link rel="stylesheet" href="/a.css"/><body><p>${text}</p><script>self.__next_f.push([0])</script></body></html>`
}

async function get(cookie: string, url = story) {
  const { port } = server.address() as AddressInfo
  const headers = { cookie, accept: 'text/html' }
  const response = await fetch(`http://127.0.0.1:${port}${url}`, { headers })
  return { text: await response.text(), headers: response.headers }
}

describe('a page that one reads', () => {
  it('is made once for a state, and anew for another', async () => {
    versions.set('a', 1)
    expect((await get(mine)).text).toContain('<p>first</p>')
    answer.body = page('second')
    expect((await get(mine)).text).toContain('<p>first</p>')
    expect(asked).toHaveLength(1)
    versions.set('a', 2)
    expect((await get(mine)).text).toContain('<p>second</p>')
    expect(asked).toHaveLength(2)
  })

  it('that was begun in an earlier state is given to nobody who asks in a later one', async () => {
    versions.set('a', 1)
    let release = () => {}
    held = new Promise((resolve) => (release = resolve))
    const early = get(mine)
    await expect.poll(() => asked.length).toBe(1)
    versions.set('a', 2)
    answer = { ...answer, body: page('second') }
    const late = get(mine)
    await expect.poll(() => asked.length).toBe(2)
    release()
    expect((await early).text).toContain('<p>first</p>')
    expect((await late).text).toContain('<p>second</p>')
  })

  it('is looked at anew once its session may have changed something', () => {
    for (const cookie of [mine, 'throughline=short', undefined])
      change({ headers: { cookie } } as IncomingMessage)
    expect(changed).toEqual(['a'.repeat(43)])
  })

  it('names no fonts to a browser that has none yet, which then fetches them', async () => {
    answer.headers.link = '</a.css>; rel=preload; as="style"'
    versions.set('a', 1)
    const without = await get(mine)
    expect(without.text).toContain('b{top:0}')
    expect(without.text).toContain('data-fonts="/a.woff2"')
    expect(without.headers.has('link')).toBe(false)
    const having = await get(`${mine}; fonts=1`)
    expect(having.text).toContain('b{top:1}')
    expect(having.text).not.toContain('data-fonts')
    expect((await get(mine)).text).toContain('b{top:0}')
    expect(asked).toHaveLength(2)
  })

  it('is one session’s own, and one address’s', async () => {
    versions.set('a', 1).set('b', 1)
    await get(mine)
    answer.body = page('for the other')
    expect((await get(theirs)).text).toContain('<p>for the other</p>')
    expect((await get(mine)).text).toContain('<p>first</p>')
    answer.body = page('oldest')
    expect((await get(mine, `${story}?order=oldest`)).text).toContain('<p>oldest</p>')
  })

  it('has a policy of its own, and is stored nowhere', async () => {
    versions.set('a', 1)
    const { headers, text } = await get(mine)
    const [, nonce = ''] = /<script nonce="([^"]+)"/.exec(text) ?? []
    expect(headers.get('content-security-policy')).toBe(`style-src 'nonce-${nonce}'`)
    expect(headers.get('cache-control')).toBe('private, no-store')
  })

  it('is the app’s own to answer where the session has ended, or nobody can say', async () => {
    versions.set('a', 1)
    await get(mine)
    versions.set('a', null)
    expect((await get(mine)).text).toBe('from the app itself')
    versions.set('a', new Error('away'))
    expect((await get(mine)).text).toBe('from the app itself')
    expect((await get('throughline=short')).text).toBe('from the app itself')
  })

  it('is not kept where the app sends elsewhere, finds nothing or sets a cookie', async () => {
    versions.set('a', 1)
    for (const odd of [
      { status: 307, headers: { location: '/sign-in' } },
      { status: 404, headers: {} },
      { status: 200, headers: { 'set-cookie': 'a=b' } },
    ]) {
      Object.assign(answer, odd)
      expect((await get(mine)).text).toBe('from the app itself')
    }
  })
})
