import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerHeader, lossHeader, requestHeader } from '../../lib/inner-headers'
import { trustedProxies } from './client-address'
import { cleanRequest, refusal } from './gate'

const reachable = { url: new URL('https://record.example.org'), loopbackPort: null }
const host = 'record.example.org'
const own = { host, origin: 'https://record.example.org' }

/** A form of ours, with what a test says differently. */
const form = { ...own, 'content-type': 'multipart/form-data; boundary=x' }

const status = (method: string, path: string, headers: IncomingMessage['headers']) =>
  refusal(reachable, { method, path, headers })?.status ?? 'let through'

describe('refusal', () => {
  it.each([
    ['GET', '/', { host }, 'let through'],
    ['GET', '/', { host: 'evil.example' }, 421],
    ['POST', '/', own, 'let through'],
    ['POST', '/', { host }, 403],
    ['DELETE', '/', { host, origin: 'null' }, 403],
    ['PUT', '/', { host }, 403],
    ['PATCH', '/', { host }, 403],
    ['PUT', '/', form, 405],
    ['TRACE', '/', own, 405],
    ['GET', '/campaigns/%ff', { host }, 400],
    ['GET', '/campaigns/%', { host }, 400],
    ['GET', '/campaigns/caf%C3%A9', { host }, 'let through'],
    ['GET', '/s/%ff', { host }, 'let through'],
    ['POST', '/', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', '/', { ...form, 'content-length': '1000001' }, 413],
    ['POST', '/api/pictures', { ...form, 'content-length': '1000001' }, 'let through'],
    ['POST', '/api/import', { ...form, 'content-length': '4000001' }, 413],
    ['POST', '/api/photos', { ...form, 'content-length': '15100001' }, 413],
    ['POST', '/api/imports', { ...form, 'content-length': '20000000' }, 'let through'],
    ['POST', '/api/imports', { ...form, 'content-length': '20100001' }, 413],
    ['POST', '/api/records', { ...form, 'content-length': '100000000' }, 'let through'],
    ['POST', '/api/records', { ...form, 'content-length': '100100001' }, 413],
    ['POST', '/api/photos', { ...form, 'content-length': '15000000' }, 'let through'],
    ['POST', '/', { ...own, 'transfer-encoding': 'chunked' }, 411],
    ['GET', '/_next/image', { host }, 404],
    ['GET', '/_next/static/chunks/main.js.map', { host }, 404],
    ['GET', '/.git/config', { host }, 404],
    ['GET', '/a/%2Eenv', { host }, 404],
    ['GET', '/.well-known/change-password', { host }, 'let through'],
  ])('%s %s with %j: %s', (method, path, headers, expected) => {
    expect(status(method, path, headers)).toBe(expected)
  })
})

it('an address with a zero character is refused in a sentence', () => {
  const asked = { method: 'GET', path: '/api/alike', headers: { host } }
  expect(refusal(reachable, { ...asked, query: 'title=a%00b' })?.status).toBe(400)
  expect(refusal(reachable, { ...asked, query: 'title=a' })).toBeNull()
})

describe('JSON sent as text/plain, or as anything but a form', () => {
  const body = { ...own, 'content-length': '2' }
  it.each([
    ['/sign-in', 'text/plain'],
    ['/sign-in', 'application/json'],
    ['/sign-in', undefined],
    ['/s', 'text/plain'],
    ['/api/photos', 'text/plain; charset=utf-8'],
    ['/api/imports', 'application/json'],
  ])('is refused at %s as %s', (path, type) => {
    expect(status('POST', path, { ...body, 'content-type': type })).toBe(415)
  })

  it('is let through as the arguments of an action, and as a form', () => {
    const action = { ...body, 'next-action': 'x', 'content-type': 'text/plain;charset=UTF-8' }
    expect(status('POST', '/sign-in', action)).toBe('let through')
    const urlencoded = { ...body, 'content-type': 'application/x-www-form-urlencoded' }
    expect(status('POST', '/s', urlencoded)).toBe('let through')
  })
})

describe('cleanRequest', () => {
  const request = (headers: IncomingMessage['headers'], remoteAddress: string) =>
    ({ headers, socket: { remoteAddress } }) as IncomingMessage

  it('takes out what a client may not say', () => {
    const dirty = request(
      {
        host,
        'x-forwarded-for': '1.2.3.4',
        'x-forwarded-host': 'evil.example',
        forwarded: 'for=1.2.3.4',
        'x-real-ip': '1.2.3.4',
        'x-middleware-subrequest': 'middleware',
        'content-security-policy': "script-src 'nonce-mine'",
        'x-throughline-address': '1.2.3.4',
        accept: 'text/html',
      },
      '203.0.113.9',
    )
    cleanRequest(dirty, trustedProxies(''))
    expect(dirty.headers).toEqual({
      host,
      accept: 'text/html',
      'x-throughline-address': '203.0.113.9',
    })
  })

  it.each([...Object.values(requestHeader), ...Object.values(answerHeader), lossHeader])(
    'takes out a forged %s',
    (name) => {
      const forged = request({ host, [name]: 'forged' }, '203.0.113.9')
      cleanRequest(forged, trustedProxies(''))
      expect(Object.values(forged.headers)).not.toContain('forged')
    },
  )

  it('says which page was asked for, to come back to after signing in', () => {
    const asked = request({ host }, '203.0.113.9')
    Object.assign(asked, { method: 'GET', url: '/campaigns?q=x' })
    cleanRequest(asked, trustedProxies(''))
    expect(asked.headers[requestHeader.path]).toBe('/campaigns?q=x')
  })

  it('believes a trusted proxy about name and address', () => {
    const proxied = request(
      { host: 'app:3000', 'x-forwarded-host': host, 'x-forwarded-for': '203.0.113.9' },
      '10.0.0.2',
    )
    cleanRequest(proxied, trustedProxies('10.0.0.2'))
    expect(proxied.headers).toEqual({ host, 'x-throughline-address': '203.0.113.9' })
  })
})

describe('the API', () => {
  const at = '/api/v1/campaigns'
  const json = { host, 'content-type': 'application/json', 'content-length': '2' }
  it.each([
    ['POST', at, json, 'let through'],
    ['PATCH', `${at}/x`, json, 'let through'],
    ['DELETE', `${at}/x`, { host }, 'let through'],
    ['POST', at, { ...json, origin: own.origin }, 'let through'],
    ['POST', at, { ...json, origin: 'https://evil.example' }, 403],
    ['POST', at, { ...json, origin: 'null' }, 403],
    ['POST', at, { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['POST', at, { ...json, 'content-type': 'text/plain' }, 415],
    ['POST', at, { ...json, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['POST', at, { host, 'content-length': '2' }, 415],
    ['POST', at, { ...json, 'transfer-encoding': 'chunked' }, 411],
    ['POST', at, { ...json, 'content-length': '4000001' }, 413],
    ['POST', `${at}/x/imports`, { ...json, 'content-length': '20000000' }, 'let through'],
    ['PUT', at, json, 405],
    ['POST', at, { ...json, host: 'evil.example' }, 421],
    ['POST', '/api/v10/campaigns', json, 403],
    ['POST', '/api/photos', json, 403],
    ['DELETE', '/campaigns', { host }, 403],
  ])('%s %s with %j: %s', (method, path, headers, expected) => {
    expect(status(method, path, headers)).toBe(expected)
  })

  it.each([
    ['/api/v1/campaigns', ['authorization']],
    ['/api/v1?x=1', ['authorization']],
    ['/campaigns/../api/v1/campaigns', ['authorization']],
    ['/api/v1/../photos', ['cookie']],
    ['/api/photos', ['cookie']],
    ['/', ['cookie']],
  ])('at %s a request keeps of token and cookie: %j', (url, kept) => {
    const headers = { cookie: 'throughline=x', authorization: 'Bearer tl_x' }
    const request = { url, method: 'GET', headers, socket: {} } as IncomingMessage
    cleanRequest(request, trustedProxies(''))
    const names = Object.keys(headers).filter((name) => !name.startsWith('x-throughline-'))
    expect(names).toEqual(kept)
  })
})
