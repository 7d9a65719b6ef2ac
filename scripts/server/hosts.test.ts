import { describe, expect, it } from 'vitest'
import { allowedHost, originAllowed } from './hosts'

const local = { url: new URL('http://localhost:3000'), loopbackPort: 3000 }
const site = { url: new URL('https://record.example.org'), loopbackPort: null }

describe('allowedHost', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])(
    'answers to %s on this machine',
    (host) => expect(allowedHost(local, host)).toBe(true),
  )

  it.each([
    'localhost:3001',
    'localhost',
    'evil.example:3000',
    '127.0.0.1.evil.example:3000',
    '',
    undefined,
  ])('does not answer to %s', (host) => expect(allowedHost(local, host)).toBe(false))

  it('answers to the configured name alone when other machines reach it', () => {
    expect(allowedHost(site, 'record.example.org')).toBe(true)
    expect(allowedHost(site, 'localhost:3000')).toBe(false)
  })
})

describe('originAllowed', () => {
  it('lets our own pages write', () => {
    expect(
      originAllowed(site, { host: 'record.example.org', origin: 'https://record.example.org' }),
    ).toBe(true)
    expect(originAllowed(local, { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' })).toBe(
      true,
    )
    expect(
      originAllowed(local, {
        host: 'localhost:3000',
        origin: 'http://localhost:3000',
        'sec-fetch-site': 'same-origin',
      }),
    ).toBe(true)
  })

  it.each([
    { host: 'record.example.org' },
    { host: 'record.example.org', origin: 'null' },
    { host: 'record.example.org', origin: 'https://evil.example' },
    { host: 'record.example.org', origin: 'http://record.example.org' },
    { host: 'evil.example', origin: 'https://evil.example' },
    {
      host: 'record.example.org',
      origin: 'https://record.example.org',
      'sec-fetch-site': 'cross-site',
    },
  ])('refuses $origin at $host', (headers) => expect(originAllowed(site, headers)).toBe(false))

  it('refuses another program on this machine', () => {
    expect(originAllowed(local, { host: 'localhost:3000', origin: 'http://localhost:8080' })).toBe(
      false,
    )
    expect(originAllowed(local, { host: 'localhost:3000', origin: 'http://127.0.0.1:3000' })).toBe(
      false,
    )
  })
})
