import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { randomBytes, randomUUID } from 'node:crypto'
import { subscribeToPush } from '../auth/push-subscriptions'
import { memberFromToken, openSession } from '../auth/session-store'
import type { Organizer } from '../auth/viewer'
import { isPublicAddress } from '../webhooks/public-address'
import type { Internet } from '../webhooks/post-publicly'

// Where the tests' browsers are told.
process.env.THROUGHLINE_PUSH_SERVICES = 'push.example.org'

/** A browser, which gives out its keys and reads what was encrypted for it (RFC 8291). */
export function newBrowser() {
  const pair = createECDH('prime256v1')
  const p256dh = pair.generateKeys()
  const auth = randomBytes(16)
  const derived = (key: Buffer, salt: Buffer, info: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', key, salt, info, length))
  return {
    keys: { p256dh, auth },
    read(body: Buffer): string {
      const salt = body.subarray(0, 16)
      const keyLength = body.readUInt8(20)
      const sender = body.subarray(21, 21 + keyLength)
      const sealed = body.subarray(21 + keyLength)
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, sender])
      const shared = derived(pair.computeSecret(sender), auth, info, 32)
      const key = derived(shared, salt, 'Content-Encoding: aes128gcm\0', 16)
      const nonce = derived(shared, salt, 'Content-Encoding: nonce\0', 12)
      const decipher = createDecipheriv('aes-128-gcm', key, nonce)
      decipher.setAuthTag(sealed.subarray(-16))
      const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
      if (plain.at(-1) !== 2) throw new Error('This is not the last record.')
      return plain.subarray(0, -1).toString('utf8')
    },
  }
}

/** What a push service reads of who sends (RFC 8292), or an error where the signature is wrong. */
export function senderOf(headers: IncomingHttpHeaders) {
  const [, token = '', key = ''] =
    /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((one) => one.toString('base64url'))
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' })
  const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  const signed = Buffer.from(`${head}.${claims}`)
  if (!verify('sha256', signed, how, Buffer.from(signature, 'base64url')))
    throw new Error('The signature is wrong.')
  const parsed = (text: string) =>
    JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>
  return { key, head: parsed(head), claims: parsed(claims) }
}

/** A push service on this machine, which a test takes for one of the internet. */
export async function startPushService() {
  const received: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
  const service = { status: 201, received, address: '', close: () => {}, internet: LOCAL }
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers, body })
      response.writeHead(service.status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  service.close = () => void server.close()
  Object.defineProperty(service, 'address', {
    get: () => `http://push.example.org:${port}/${randomUUID()}`,
  })
  return service
}

const LOCAL: Internet = {
  isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
  resolve: (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
}

/** Signs a member in at a browser that is told of notifications. */
export async function told(member: Organizer, address: string, now = new Date()) {
  const browser = newBrowser()
  const { token } = await openSession(member.accountId, now, { device: 'Firefox on Android' })
  const sessionId = (await memberFromToken(token, now))?.sessionId ?? ''
  const [p256dh, auth] = [browser.keys.p256dh, browser.keys.auth]
  const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') }
  await subscribeToPush(member, sessionId, { address, ...keys })
  return { ...browser, token, sessionId, address }
}
