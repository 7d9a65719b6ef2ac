import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address'
import { postMessage } from './post'
import type { Internet } from './post-publicly'

const NOW = new Date('2026-03-01T12:00:00Z')
const KEY = Buffer.alloc(32, 7)
const message = { id: 'msg_1', secret: `whsec_${KEY.toString('base64')}`, body: '{"id":"x"}' }

let server: Server
let port: number
let received: { request: IncomingMessage; body: string }[]
let status: number
let headers: Record<string, string>

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ request, body })
      response.writeHead(status, headers).end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())
beforeEach(() => {
  received = []
  status = 200
  headers = {}
})

/** The internet of a test: every name is the given addresses, and the test's own server is public. */
function internet(...addresses: string[]): Internet {
  return {
    isAllowed: (address) => address === '127.0.0.1' || isPublicAddress(address),
    resolve: (_host, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      ),
  }
}

const post = (host: string, world: Internet) =>
  postMessage({ ...message, url: `http://${host}:${port}/hook` }, NOW, world)

describe('a message', () => {
  it('is signed over its id, its moment and its body', async () => {
    expect(await post('hooks.example.org', internet('127.0.0.1'))).toEqual({ status: 200 })
    const [{ request, body } = { request: undefined, body: '' }] = received
    expect([request?.method, request?.url, body]).toEqual(['POST', '/hook', message.body])
    expect(request?.headers.host).toBe(`hooks.example.org:${port}`)
    const signed = createHmac('sha256', KEY).update(`msg_1.1772366400.${message.body}`)
    expect(request?.headers).toMatchObject({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1772366400',
      'webhook-signature': `v1,${signed.digest('base64')}`,
    })
  })

  it('goes to no private network, whatever its name says', async () => {
    const refused = { trouble: 'The address is not on the public internet.' }
    for (const address of ['10.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1'])
      expect(await post('hooks.example.org', internet(address))).toEqual(refused)
    expect(await post('hooks.example.org', internet('127.0.0.1', '10.0.0.1'))).toEqual(refused)
    const world = { ...internet('127.0.0.1'), isAllowed: isPublicAddress }
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f000001',
      '127.1',
    ])
      expect(await post(host, world)).toEqual(refused)
    expect(received).toEqual([])
  })

  it('follows no redirect', async () => {
    status = 302
    headers = { location: `http://127.0.0.1:${port}/elsewhere` }
    expect(await post('hooks.example.org', internet('127.0.0.1'))).toEqual({ status: 302 })
    expect(received.map(({ request }) => request.url)).toEqual(['/hook'])
  })

  it('says in words why nobody answered', async () => {
    const nowhere: Internet = {
      ...internet(),
      resolve: (_host, _options, done) =>
        done(Object.assign(new Error(), { code: 'ENOTFOUND' }), []),
    }
    expect(await post('nowhere.example.org', nowhere)).toEqual({
      trouble: 'The name of the host was not found.',
    })
    const url = 'http://hooks.example.org:1/hook'
    expect(await postMessage({ ...message, url }, NOW, internet('127.0.0.1'))).toEqual({
      trouble: 'No connection could be made.',
    })
  })
})
