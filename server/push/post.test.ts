import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pushSubscriptionSchema } from '@/lib/schemas/push'
import { useTestDatabase } from '../auth/test-support'
import { isPublicAddress } from '../webhooks/public-address'
import { pushKey } from './keys'
import { postPush } from './post'
import { isPushService } from './services'
import { newBrowser, senderOf, startPushService } from './test-support'

useTestDatabase()

const NOW = new Date('2026-03-01T12:00:00Z')
const push = { topic: 'topic', message: '{"body":"3 new notifications"}' }
let service: Awaited<ReturnType<typeof startPushService>>

beforeAll(async () => {
  service = await startPushService()
})
afterAll(() => service.close())
beforeEach(() => {
  service.status = 201
  service.received.length = 0
})

const send = (address = service.address, internet = service.internet) => {
  const browser = newBrowser()
  return {
    browser,
    pushed: postPush({ address, ...browser.keys }, push, NOW, internet),
  }
}

describe('a push', () => {
  it('can be read by its browser alone', async () => {
    const { browser, pushed } = send()
    expect(await pushed).toEqual({ state: 'sent' })
    const [got] = service.received
    const body = got?.body ?? Buffer.alloc(0)
    expect(browser.read(body)).toBe(push.message)
    expect(body.toString('latin1')).not.toContain('notifications')
    expect(() => newBrowser().read(body)).toThrow()
    expect(got?.headers).toMatchObject({
      ...{ 'content-encoding': 'aes128gcm', ttl: '86400', topic: 'topic' },
    })
  })

  it('is signed by the installation, for one push service and less than a day', async () => {
    await send().pushed
    const { key, head, claims } = senderOf(service.received[0]?.headers ?? {})
    expect([key, head]).toEqual([pushKey().publicKey, { typ: 'JWT', alg: 'ES256' }])
    expect(claims.aud).toBe(new URL(service.address).origin)
    expect(Number(claims.exp) - NOW.getTime() / 1_000).toBe(12 * 60 * 60)
    expect(claims.sub).toMatch(/^https?:\/\//)
  })

  it('has a key that follows from the secret, and another from another', () => {
    const secret = Buffer.alloc(32, 1)
    expect(pushKey(secret).publicKey).toBe(pushKey(secret).publicKey)
    expect(pushKey(Buffer.alloc(32, 2)).publicKey).not.toBe(pushKey(secret).publicKey)
  })

  it('goes to no private network, whatever its address says', async () => {
    const refused = { state: 'not yet', trouble: 'The address is not on the public internet.' }
    const strict = { ...service.internet, isAllowed: isPublicAddress }
    expect(await send(service.address, strict).pushed).toEqual(refused)
    for (const host of ['127.0.0.1', '[::1]', '169.254.169.254', '2130706433'])
      expect(await send(`https://${host}/push`, strict).pushed).toMatchObject({ state: 'never' })
    expect(service.received).toEqual([])
  })

  it.each([
    [404, { state: 'gone' }],
    [410, { state: 'gone' }],
    [429, { state: 'not yet' }],
    [503, { state: 'not yet' }],
    [302, { state: 'never' }],
    [400, { state: 'never' }],
  ])('answered with %i is %j', async (status, state) => {
    service.status = status
    expect(await send().pushed).toMatchObject(state)
  })
})

const right = {
  address: 'https://push.example.org/x',
  ...{ p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) },
}

it.each([
  ['http://push.example.org/x'],
  ['https://push.example.org:8443/x'],
  ['https://user:word@push.example.org/x'],
  ['https://127.0.0.1/x'],
  ['https://[::1]/x'],
  ['https://localhost/x'],
  ['javascript:alert(1)'],
  [`https://push.example.org/${'x'.repeat(2_000)}`],
  [''],
])('no browser is told at %s', (address) => {
  expect(pushSubscriptionSchema.safeParse(right).success).toBe(true)
  expect(pushSubscriptionSchema.safeParse({ ...right, address }).success).toBe(false)
})

it.each([
  ['https://fcm.googleapis.com/fcm/send/x', true],
  ['https://updates.push.services.mozilla.com/wpush/v2/x', true],
  ['https://web.push.apple.com/x', true],
  ['https://wns2-par02p.notify.windows.com/w/?token=x', true],
  ['https://push.example.org/x', true],
  ['https://example.org/x', false],
  ['https://other.push.example.org/x', false],
  ['https://fcm.googleapis.com.evil.example/x', false],
  ['https://evilpush.apple.com/x', false],
  ['https://push.apple.com.evil.example/x', false],
])('%s is a push service that browsers use, or the operator allows: %s', (address, isOne) => {
  expect(isPushService(address)).toBe(isOne)
})

it('connects to nobody for an address of another host', async () => {
  const asked: string[] = []
  const resolve = (host: string) => void asked.push(host)
  const target = { ...newBrowser().keys, address: 'https://inner.example.org/x' }
  const internet = { isAllowed: () => true, resolve }
  expect(await postPush(target, { topic: 'a', message: '' }, new Date(), internet)).toEqual({
    ...{ state: 'never', trouble: 'This push service is not allowed here.' },
  })
  expect(asked).toEqual([])
})
