import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { GOOD_PASSWORD, useTestDatabase as aTestDatabase } from '@/server/auth/test-support'
import { revokeShare } from '@/server/shares/links/ending'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { POST as unlock } from './[token]/route'
import { get } from './crawl'
import { GET, POST } from './route'

aTestDatabase()

let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'Zqrallyzq' })
})

const make = (more: Record<string, string> = {}) =>
  createShare(
    world.owner,
    shareSchema.parse({ campaign: world.campaign.id, private: 'on', ...more }),
  )

function form(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = new URLSearchParams(fields).toString()
  const sent = { 'content-length': String(body.length), ...headers }
  return new Request(url, { method: 'POST', body, headers: sent })
}

const open = (code: string, address = '203.0.113.7') =>
  POST(form('http://127.0.0.1:3000/s', { code }, { 'x-throughline-address': address }))
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('a private link', () => {
  it('has its secret after the #, and opens in the browser that sent it alone', async () => {
    const { url } = await make()
    const { hash, pathname, origin } = new URL(url)
    expect(pathname).toBe('/s')
    expect(hash).toMatch(/^#[0-9a-z]{26}$/)
    for (const code of [url, hash, hash.slice(1), `  ${hash.slice(1)}\n`])
      expect((await open(code)).status).toBe(303)
    const opened = await open(url)
    const place = opened.headers.get('location') ?? ''
    expect(place).toMatch(/^\/s\/p-[0-9a-f]{16}$/)
    const cookie = opened.headers.get('set-cookie') ?? ''
    expect(cookie).toContain(`; Path=${place}; Max-Age=43200; HttpOnly; SameSite=Lax`)
    expect(JSON.stringify([...opened.headers])).not.toContain(hash.slice(1))
    const page = await get(origin + place, { cookie: cookieOf(opened) })
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    const html = await page.text()
    expect(html).toContain('Zqrallyzq')
    expect(html).not.toContain(hash.slice(1))
    const entry = /href="(\/s\/p-[0-9a-f]{16}\/e\/[0-9a-f]{32})"/.exec(html)?.[1] ?? ''
    expect((await get(origin + entry, { cookie: cookieOf(opened) })).status).toBe(200)
    // By its token in the address there is nothing, or the secret would be in logs after all.
    expect((await get(`${origin}/s/${hash.slice(1)}`)).status).toBe(404)
  })

  it('is closed to whoever has no cookie, whether there is such a link or not', async () => {
    const { url } = await make()
    const opened = await open(url)
    const place = `http://127.0.0.1:3000${opened.headers.get('location')}`
    const answers = await Promise.all(
      [place, 'http://127.0.0.1:3000/s/p-0123456789abcdef'].map(async (one) => {
        const answer = await get(one)
        return [answer.status, [...answer.headers], await answer.text()]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.[0]).toBe(403)
    const other = await make()
    const foreign = cookieOf(await open(other.url)).replace(
      /^[^=]+/,
      cookieOf(opened).split('=')[0] ?? '',
    )
    expect((await get(place, { cookie: foreign })).status).toBe(404)
  })

  it('ends like any other, for who has opened it too', async () => {
    const { id, url } = await make()
    const opened = await open(url)
    const place = `http://127.0.0.1:3000${opened.headers.get('location')}`
    await revokeShare(world.owner, id)
    const gone = await get(place, { cookie: cookieOf(opened) })
    const unknown = await get(`http://127.0.0.1:3000/s/${'0'.repeat(26)}`)
    expect([gone.status, [...gone.headers], await gone.text()]).toEqual([
      ...[unknown.status, [...unknown.headers], await unknown.text()],
    ])
    expect((await open(url)).status).toBe(404)
  })

  it('can ask for a password as well', async () => {
    const { url } = await make({ password: GOOD_PASSWORD })
    const opened = await open(url)
    const place = `http://127.0.0.1:3000${opened.headers.get('location')}`
    const cookie = cookieOf(opened)
    expect((await get(place, { cookie })).status).toBe(403)
    const token = new URL(place).pathname.split('/')[2] ?? ''
    const sent = form(place, { password: GOOD_PASSWORD }, { cookie })
    const unlocked = await unlock(sent, { params: Promise.resolve({ token }) })
    expect(unlocked.status).toBe(303)
    const both = `${cookie}; ${cookieOf(unlocked)}`
    expect((await get(place, { cookie: both })).status).toBe(200)
  })
})

describe('the page that opens private links', () => {
  it('has one script, named by its hash, and a form for browsers without', async () => {
    const page = await GET()
    const html = await page.text()
    const [, script = ''] = /<script>(.*)<\/script>/.exec(html) ?? []
    const hash = createHash('sha256').update(script).digest('base64')
    expect(page.headers.get('x-throughline-script')).toBe(`sha256-${hash}`)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(html.split('<script')).toHaveLength(2)
    expect(html).toMatch(/<form (method="post" action="\/s"|action="\/s" method="post")>/)
  })

  it('takes the address of an open link too, and says what opens nothing', async () => {
    const { url } = await createShare(
      world.owner,
      shareSchema.parse({ campaign: world.campaign.id }),
    )
    const token = url.slice(url.lastIndexOf('/') + 1)
    const opened = await open(token)
    expect(opened.headers.get('location')).toBe(`/s/${token}`)
    expect(opened.headers.get('set-cookie')).toBeNull()
    const wrong = await open('nothing')
    expect(wrong.status).toBe(404)
    expect(await wrong.text()).not.toContain('<script')
    expect((await open('x'.repeat(3_000))).status).toBe(413)
  })

  it('stops who tries more than 30 that open nothing, and nobody else', async () => {
    for (let turn = 0; turn < 30; turn += 1)
      expect((await open(`wrong ${turn}`, '198.51.100.9')).status).toBe(404)
    expect((await open('wrong', '198.51.100.9')).status).toBe(429)
    expect((await open('wrong', '198.51.100.10')).status).toBe(404)
    expect((await open((await make()).url, '198.51.100.9')).status).toBe(303)
  })
})
