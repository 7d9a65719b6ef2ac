import { describe, expect, it } from 'vitest'
import { clientAddress, clientNetwork, trustedProxies } from './client-address'

describe('clientAddress', () => {
  const proxies = trustedProxies('10.0.0.0/8, 2001:db8:ffff::1')

  it('believes nobody unless told to', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', trustedProxies(undefined))).toEqual({
      address: '203.0.113.9',
      throughProxy: false,
    })
  })

  it('takes the right-most address that is not a trusted proxy', () => {
    const { address } = clientAddress('10.0.0.2', '1.2.3.4, 198.51.100.1, 10.0.0.3', proxies)
    expect(address).toBe('198.51.100.1')
  })

  it('sees through IPv6 forms of IPv4 addresses', () => {
    expect(clientAddress('::ffff:10.0.0.2', '::ffff:198.51.100.1', proxies).address).toBe(
      '198.51.100.1',
    )
  })

  it('stays at the proxy when what it says is no address', () => {
    expect(clientAddress('10.0.0.2', 'unknown', proxies).address).toBe('10.0.0.2')
    expect(clientAddress('2001:db8:ffff::1', undefined, proxies).address).toBe('2001:db8:ffff::1')
  })
})

describe('clientNetwork', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2:ffff::9', '2001:db8:1:2::'],
    ['2001:db8::9', '2001:db8::'],
    ['fe80::1%eth0', 'fe80::'],
    ['::1', '::'],
    ['nonsense', ''],
  ])('of %s is %s', (address, network) => expect(clientNetwork(address)).toBe(network))
})

describe('trustedProxies', () => {
  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.0/x'])('names the entry %s', (text) => {
    expect(() => trustedProxies(text)).toThrow(text)
  })
})
