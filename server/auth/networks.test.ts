import { describe, expect, it } from 'vitest'
import { networkOf, NO_NETWORK } from './networks'

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('counts %s under %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it.each([
    [null],
    [undefined],
    [''],
    ['unknown'],
    ['203.0.113.9, 198.51.100.1'],
    ['999.1.1.1'],
    ['::g'],
  ])('counts %j under the one shared name', (address) => {
    expect(networkOf(address)).toBe(NO_NETWORK)
  })
})
