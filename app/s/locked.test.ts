import { beforeAll, describe, expect, it } from 'vitest'
import { shareSchema } from '@/lib/schemas/share'
import { signIn } from '@/server/auth/sign-in'
import {
  GOOD_PASSWORD,
  newOwner,
  useTestDatabase as aTestDatabase,
} from '@/server/auth/test-support'
import { changeSharePassword } from '@/server/shares/links/keeping'
import { createShare } from '@/server/shares/links/mutations'
import { logEntry, newWorld, type World } from '@/server/testing/world'
import { POST } from './[token]/route'
import { get } from './crawl'

aTestDatabase()

const OTHER_PASSWORD = 'nine kettles on the roof'
let world: World
beforeAll(async () => {
  world = await newWorld()
  await logEntry(world.owner, world.campaign, { title: 'Zqrallyzq' })
})

async function lockedLink() {
  const input = { campaign: world.campaign.id, password: GOOD_PASSWORD }
  return createShare(world.owner, shareSchema.parse(input))
}

function send(url: string, password: string, address = '203.0.113.7'): Promise<Response> {
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  const body = new URLSearchParams({ password }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
    'x-throughline-address': address,
  }
  const request = new Request(url, { method: 'POST', body, headers })
  return POST(request, { params: Promise.resolve({ token }) })
}

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''

describe('a link with a password', () => {
  it('shows nothing before, and the record after the password, in this browser alone', async () => {
    const { url } = await lockedLink()
    for (const path of ['', '/entries.csv', '/feed.atom', `/e/${'0'.repeat(32)}`]) {
      const closed = await get(`${url}${path}`)
      expect(closed.status).toBe(403)
      expect(closed.headers.get('cache-control')).toBe('no-store')
      const html = await closed.text()
      expect(html).toContain('type="password"')
      expect(html).not.toContain('Zqrallyzq')
    }
    const opened = await send(url, GOOD_PASSWORD)
    expect(opened.status).toBe(303)
    const cookie = opened.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; Path=\/s\/\w{26}; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    expect(cookie).not.toContain(GOOD_PASSWORD)
    const page = await get(url, { cookie: cookieOf(opened) })
    expect(page.status).toBe(200)
    expect(page.headers.get('cache-control')).toBe('private, no-store')
    expect(await page.text()).toContain('Zqrallyzq')
    const forged = cookieOf(opened).replace(/=\d+/, '=99999999999')
    expect((await get(url, { cookie: forged })).status).toBe(403)
    const other = await lockedLink()
    expect((await get(other.url, { cookie: cookieOf(opened) })).status).toBe(403)
  })

  it('refuses a wrong password, a huge one, and the 31st try of a network, and no one else', async () => {
    const { url } = await lockedLink()
    expect((await send(url, 'x'.repeat(1_000_000))).status).toBe(413)
    for (let turn = 0; turn < 30; turn += 1)
      expect((await send(url, `wrong ${turn}`)).status).toBe(403)
    const last = await send(url, GOOD_PASSWORD)
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(3_000)
    expect((await send(url, GOOD_PASSWORD, '198.51.100.4')).status).toBe(303)
    const other = await lockedLink()
    expect((await send(other.url, GOOD_PASSWORD)).status).toBe(303)
    // Members who sign in from the same network are not held up by it.
    const { email, accountId } = await newOwner()
    const member = { email, password: GOOD_PASSWORD, address: '203.0.113.7' }
    expect(await signIn(member)).toMatchObject({ accountId })
  })

  it('shuts what an earlier password opened', async () => {
    const { id, url } = await lockedLink()
    const cookie = cookieOf(await send(url, GOOD_PASSWORD))
    await changeSharePassword(world.owner, { share: id, password: OTHER_PASSWORD })
    expect((await get(url, { cookie })).status).toBe(403)
    expect((await send(url, GOOD_PASSWORD)).status).toBe(403)
    expect((await send(url, OTHER_PASSWORD)).status).toBe(303)
    await changeSharePassword(world.owner, { share: id, password: '' })
    expect((await get(url)).status).toBe(200)
  })

  it('cannot be easy to guess, nor be told to search engines', async () => {
    const make = (more: Record<string, string>) =>
      createShare(world.owner, shareSchema.parse({ campaign: world.campaign.id, ...more }))
    await expect(make({ password: 'password1234' })).rejects.toMatchObject({ path: ['password'] })
    await expect(make({ indexed: 'on' })).rejects.toMatchObject({ path: ['indexed'] })
    const locked = { lens: 'public', indexed: 'on', password: GOOD_PASSWORD }
    await expect(make(locked)).rejects.toMatchObject({ path: ['indexed'] })
    const { url } = await make({ lens: 'public', indexed: 'on' })
    expect((await get(url)).headers.get('x-robots-tag')).toBe('all')
  })
})
