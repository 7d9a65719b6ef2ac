import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { innerRequests } from './inner-request'
import { shareCache } from './share-cache'

const token = '0123456789abcdefghjkmnpqrs'
const path = `/s/${token}`
const hash = createHash('sha256').update(token).digest('hex')
const hour = 3_600_000

let now: number
let fresh: boolean
let listening: boolean
/** What stands in for Next: counts, and can be held up. */
let handled: IncomingMessage[]
let terms: Record<string, string>
let status: number
let words: string
let length: number
let held: Promise<void>
let cache: ReturnType<typeof shareCache>
let close: () => void
let base: string
/** Hashes of links whose pages were seen. */
let seen: string[]

const handle = async (request: IncomingMessage, response: ServerResponse) => {
  handled.push(request)
  const text = words
  await held
  if (status >= 500) {
    response.writeHead(status, { 'retry-after': '5' })
    response.end('not now')
    return
  }
  if (status !== 200 || request.url === '/s/-') {
    response.writeHead(404, { 'content-type': 'text/html', 'cache-control': 'private' })
    response.end('nothing here')
    return
  }
  const told = request.headers['x-throughline-fill'] ? terms : {}
  response.writeHead(200, { 'content-type': 'text/html', etag: '"tag"', ...told })
  response.end(`${text} ${'x'.repeat(length)}`)
}

beforeEach(async () => {
  now = Date.parse('2026-02-13T12:00:00Z')
  ;[fresh, listening, handled, status, words, length] = [true, true, [], 200, 'first', 2_000]
  held = Promise.resolve()
  seen = []
  terms = {
    'x-throughline-cacheable': hash,
    'x-throughline-workspace': 'workspace',
    'x-throughline-expires': new Date(now + hour).toISOString(),
    'x-throughline-parameters': 'after order',
  }
  cache = shareCache({
    ask: innerRequests(handle),
    news: { isFresh: () => fresh, isListening: () => listening },
    security: (_path, { frames }) => ({
      'x-content-type-options': 'nosniff',
      ...(frames.length === 0 && { 'x-frame-options': 'DENY' }),
    }),
    views: { see: ({ method }, of) => seen.push(`${method} ${of}`) },
    now: () => now,
  })
  const server = createServer((request, response) => {
    // As the HTTP server does for every answer.
    response.setHeader('x-frame-options', 'DENY')
    void cache.answer(request, response).then(async (done) => {
      if (!done) await handle(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})

afterEach(() => close())

const get = (url = path, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(base + url, { method, headers: { 'accept-encoding': 'identity', ...headers } })

const beginning = async (url = path) => (await (await get(url)).text()).split(' ')[0]

describe('a page that may be kept', () => {
  it('is made once, for all who ask at once and later', async () => {
    const answers = await Promise.all([get(), get(), get(path, {}, 'HEAD')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await get()
    expect(handled).toHaveLength(1)
  })

  it('is sent with its length, tag and the headers of every answer, and without ours', async () => {
    const { headers } = await get()
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-length': '2006',
      etag: '"tag"',
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=0, s-maxage=1, must-revalidate',
      'x-content-type-options': 'nosniff',
    })
    expect([...headers.keys()].filter((name) => name.startsWith('x-throughline'))).toEqual([])
  })

  it('is packed for who reads gzip, under a tag of its own', async () => {
    const packed = await get(path, { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('etag')).toBe('"tag.gz"')
    expect(Number(packed.headers.get('content-length'))).toBeLessThan(200)
    expect(await packed.text()).toBe(await (await get()).text())
  })

  it('is kept however long it is, packed, and unpacked for who reads no gzip', async () => {
    length = 6_000_000
    const all = [await get(), await get(), await get(path, { 'accept-encoding': 'gzip' })]
    expect(handled).toHaveLength(1)
    expect(all[1]?.headers.get('content-length')).toBe(String(length + 6))
    const texts = await Promise.all(all.map((one) => one.text()))
    expect(texts.every((text) => text === `first ${'x'.repeat(length)}`)).toBe(true)
  })

  it.each(['"tag"', '"tag.gz"', 'W/"tag"', '"other", "tag"', '*'])(
    'is not sent again to who has %s',
    async (known) => {
      const answer = await get(path, { 'if-none-match': known })
      expect([answer.status, await answer.text()]).toEqual([304, ''])
      expect(answer.headers.get('etag')).toBe('"tag"')
    },
  )

  it('is one page whatever a click adds to its address', async () => {
    await get()
    for (const query of ['?fbclid=1', '?utm_source=x&fbclid=2']) await get(path + query)
    expect(handled).toHaveLength(1)
    await get(`${path}?order=oldest&fbclid=3`)
    await get(`${path}?fbclid=4&order=oldest`)
    expect(handled.map(({ url }) => url)).toEqual([path, `${path}?order=oldest`])
  })

  it('is asked for without anything that a client said of itself', async () => {
    await get(path, { cookie: 'session=x', 'user-agent': 'me', 'if-none-match': '"tag"' })
    expect(Object.keys(handled[0]?.headers ?? {}).sort()).toEqual([
      'connection',
      'host',
      'x-throughline-fill',
    ])
  })
})

describe('never stale', () => {
  it.each([
    ['its link', hash],
    ['its workspace', 'workspace'],
  ])('is made anew after a change of %s', async (_what, changed) => {
    await get()
    cache.forget('another')
    expect(await beginning()).toBe('first')
    words = 'second'
    cache.forget(changed)
    expect(await beginning()).toBe('second')
  })

  it('is not served after its link has expired', async () => {
    await get()
    now += 59_999
    await get()
    expect(handled).toHaveLength(1)
    terms['x-throughline-expires'] = new Date(now + 10_000).toISOString()
    now += 1
    await get()
    now += 9_998
    await get()
    expect(handled).toHaveLength(2)
    now += 1
    status = 404
    expect((await get()).status).toBe(404)
  })

  it('is neither served nor kept while nobody hears of changes', async () => {
    await get()
    fresh = false
    await get()
    expect(handled).toHaveLength(2)
    fresh = listening = false
    cache.forgetAll()
    await get()
    fresh = listening = true
    await get()
    await get()
    expect(handled).toHaveLength(4)
  })

  it.each([
    ['a change', () => cache.forget('workspace')],
    ['the end of its link', () => cache.forget(hash)],
    ['a lost connection', () => cache.forgetAll()],
  ])('is not kept when %s came while it was made', async (_what, happen) => {
    let release = () => {}
    held = new Promise((resolve) => (release = resolve))
    const early = beginning()
    await expect.poll(() => handled.length).toBe(1)
    words = 'second'
    happen()
    const late = [beginning(), beginning()]
    release()
    expect(await early).toBe('first')
    expect(await Promise.all(late)).toEqual(['second', 'second'])
    expect(await beginning()).toBe('second')
    expect(handled).toHaveLength(2)
  })

  it('is not kept when it was made under a connection that came later', async () => {
    listening = false
    await get()
    listening = true
    await get()
    await get()
    expect(handled).toHaveLength(2)
  })

  it('is not kept when it gives its reader a cookie', async () => {
    terms['set-cookie'] = 'unlocked=x'
    await get()
    handled = []
    const answer = await get()
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(handled).toHaveLength(1)
    expect(handled[0]?.headers['x-throughline-fill']).toBeUndefined()
  })

  it.each(['cacheable', 'workspace', 'expires'])('is not kept without our %s', async (name) => {
    delete terms[`x-throughline-${name}`]
    await get()
    handled = []
    await get()
    expect(handled).toHaveLength(1)
    expect(handled[0]?.headers['x-throughline-fill']).toBeUndefined()
  })
})

describe('a view of a page', () => {
  it('is reported for every answer from memory, and for no file', async () => {
    await get()
    await get(path, { 'if-none-match': '"tag"' })
    expect(seen).toEqual([])
    terms['x-throughline-view'] = hash
    cache.forget(hash)
    const answer = await get()
    await get(path, { 'if-none-match': '"tag"' })
    await get(path, {}, 'HEAD')
    expect(seen).toEqual([`GET ${hash}`, `GET ${hash}`, `HEAD ${hash}`])
    expect(answer.headers.has('x-throughline-view')).toBe(false)
  })
})

describe('a page that some sites may frame', () => {
  it('says so in the headers of every answer, kept or not', async () => {
    expect((await get()).headers.get('x-frame-options')).toBe('DENY')
    terms['x-throughline-frames'] = 'https://news.example.org javascript:x'
    cache.forget(hash)
    for (const answer of [await get(), await get()]) {
      expect(answer.headers.has('x-frame-options')).toBe(false)
      expect(answer.headers.has('x-throughline-frames')).toBe(false)
    }
  })
})

describe('a private link', () => {
  it('is answered to each by Next alone', async () => {
    for (const url of ['/s', '/s?x', '/s/p-0123456789abcdef', '/s/p-0123456789abcdef/feed.atom']) {
      await get(url, { cookie: 'a=b' })
      await get(url)
    }
    expect(handled).toHaveLength(8)
    expect(handled[0]?.headers.cookie).toBe('a=b')
    expect((await get('/s/p-0123456789abcdeg')).status).toBe(404)
  })
})

describe('what is not kept', () => {
  it('is answered by Next with all that the client said', async () => {
    terms = {}
    await get()
    const answer = await get(path, { cookie: 'unlock=x', 'accept-encoding': 'gzip' })
    expect(answer.status).toBe(200)
    expect(handled.at(-1)?.headers).toMatchObject({ cookie: 'unlock=x', 'accept-encoding': 'gzip' })
  })

  it('leaves other methods and addresses alone', async () => {
    await get(path, {}, 'POST')
    await get('/s/open')
    expect(handled.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${path}`,
      'GET /s/open',
    ])
  })
})

describe('nothing here', () => {
  it('is the same answer for every reason, and costs Next nothing for what is no link', async () => {
    const answers = []
    for (const url of ['/s/0', '/s/%00', `/s/${token.slice(1)}`]) answers.push(await get(url))
    expect(handled).toHaveLength(1)
    status = 404
    answers.push(await get(), await get(`${path}?order=oldest`))
    const seen = await Promise.all(
      answers.map(async (answer) => {
        const headers = [...answer.headers].filter(([name]) => name !== 'date')
        return { status: answer.status, headers, text: await answer.text() }
      }),
    )
    for (const one of seen) expect(one).toEqual(seen[0])
    expect(seen[0]?.status).toBe(404)
  })

  it('is said to a link that Next answered by itself until it ended', async () => {
    const dead = await get('/s/0')
    terms = {}
    await get()
    status = 404
    const ended = await get(path, { 'accept-encoding': 'gzip' })
    const names = ({ headers }: Response) => [...headers.keys()]
    expect(names(ended)).toEqual(names(dead))
    expect(await ended.text()).toBe(await dead.text())
  })
})

describe('what cannot be made', () => {
  it('is asked for once by each who wants it, and may be there later', async () => {
    status = 503
    const answer = await get()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).toBe('not now')
    expect(handled).toHaveLength(1)
    status = 200
    expect((await get()).status).toBe(200)
  })
})
