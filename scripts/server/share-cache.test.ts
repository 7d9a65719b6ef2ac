import { describe, expect, it } from 'vitest'
import { get, hash, path, stage, stagedShareCache, token } from './share-cache-stage'

stagedShareCache()

describe('a page that may be kept', () => {
  it('is made once, for all who ask at once and later', async () => {
    const answers = await Promise.all([get(), get(), get(path, {}, 'HEAD')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await get()
    expect(stage.handled).toHaveLength(1)
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
    stage.length = 6_000_000
    const all = [await get(), await get(), await get(path, { 'accept-encoding': 'gzip' })]
    expect(stage.handled).toHaveLength(1)
    expect(all[1]?.headers.get('content-length')).toBe(String(stage.length + 6))
    const texts = await Promise.all(all.map((one) => one.text()))
    expect(texts.every((text) => text === `first ${'x'.repeat(stage.length)}`)).toBe(true)
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
    expect(stage.handled).toHaveLength(1)
    await get(`${path}?order=oldest&fbclid=3`)
    await get(`${path}?fbclid=4&order=oldest`)
    expect(stage.handled.map(({ url }) => url)).toEqual([path, `${path}?order=oldest`])
  })

  it('is asked for without anything that a client said of itself', async () => {
    await get(path, { cookie: 'session=x', 'user-agent': 'me', 'if-none-match': '"tag"' })
    expect(Object.keys(stage.handled[0]?.headers ?? {}).sort()).toEqual([
      'connection',
      'host',
      'x-throughline-fill',
    ])
  })
})

describe('a view of a page', () => {
  it('is reported for every answer from memory, and for no file', async () => {
    await get()
    await get(path, { 'if-none-match': '"tag"' })
    expect(stage.seen).toEqual([])
    stage.terms['x-throughline-view'] = hash
    stage.cache.forget(hash)
    const answer = await get()
    await get(path, { 'if-none-match': '"tag"' })
    await get(path, {}, 'HEAD')
    expect(stage.seen).toEqual([`GET ${hash}`, `GET ${hash}`, `HEAD ${hash}`])
    expect(answer.headers.has('x-throughline-view')).toBe(false)
  })
})

describe('a page that some sites may frame', () => {
  it('says so in the headers of every answer, kept or not', async () => {
    expect((await get()).headers.get('x-frame-options')).toBe('DENY')
    stage.terms['x-throughline-frames'] = 'https://news.example.org javascript:x'
    stage.cache.forget(hash)
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
    expect(stage.handled).toHaveLength(8)
    expect(stage.handled[0]?.headers.cookie).toBe('a=b')
    expect((await get('/s/p-0123456789abcdeg')).status).toBe(404)
  })

  it('is counted, and what Next says to the server reaches no reader', async () => {
    stage.alone = { 'x-throughline-view': hash, 'x-throughline-frames': 'https://news.example.org' }
    const answer = await get('/s/p-0123456789abcdef')
    expect([...answer.headers.keys()].filter((name) => name.includes('throughline'))).toEqual([])
    expect(stage.seen).toEqual([`GET ${hash}`])
    expect(answer.headers.has('x-frame-options')).toBe(false)
  })
})

describe('what is not kept', () => {
  it('is answered by Next with all that the client said', async () => {
    stage.terms = {}
    await get()
    const answer = await get(path, { cookie: 'unlock=x', 'accept-encoding': 'gzip' })
    expect(answer.status).toBe(200)
    expect(stage.handled.at(-1)?.headers).toMatchObject({
      cookie: 'unlock=x',
      'accept-encoding': 'gzip',
    })
  })

  it('leaves other methods and addresses alone', async () => {
    await get(path, {}, 'POST')
    await get('/s/open')
    expect(stage.handled.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${path}`,
      'GET /s/open',
    ])
  })
})

describe('nothing here', () => {
  it('is the same answer for every reason, and costs Next nothing for what is no link', async () => {
    const answers = []
    for (const url of ['/s/0', '/s/%00', `/s/${token.slice(1)}`]) answers.push(await get(url))
    expect(stage.handled).toHaveLength(1)
    stage.status = 404
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
    stage.terms = {}
    await get()
    stage.status = 404
    const ended = await get(path, { 'accept-encoding': 'gzip' })
    const names = ({ headers }: Response) => [...headers.keys()]
    expect(names(ended)).toEqual(names(dead))
    expect(await ended.text()).toBe(await dead.text())
  })
})

describe('what cannot be made', () => {
  it('is asked for once by each who wants it, and may be there later', async () => {
    stage.status = 503
    const answer = await get()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).toBe('not now')
    expect(stage.handled).toHaveLength(1)
    stage.status = 200
    expect((await get()).status).toBe(200)
  })
})
