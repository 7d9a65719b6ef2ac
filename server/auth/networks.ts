import 'server-only'
import { isIPv4, isIPv6 } from 'node:net'

/** The name under which requests without a known address are counted together. */
export const NO_NETWORK = 'unknown'

/**
 * The network that an address is counted under: the address itself for IPv4, the first 64 bits
 * for IPv6, since one subscriber commonly holds all addresses of a /64 (RFC 6177).
 *
 * @returns `unknown`, one name for all, for what is missing or no address.
 */
export function networkOf(address: string | null | undefined): string {
  const bare = (address ?? '').trim().replace(/%.*$/, '')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return NO_NETWORK
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)
  if (mapped?.[1]) return mapped[1]
  // URL parsing writes every IPv6 address in one way (RFC 5952).
  const text = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const [head = '', tail] = text.split('::')
  const groups = head === '' ? [] : head.split(':')
  const known = tail ? tail.split(':').length : 0
  if (tail !== undefined) while (groups.length + known < 8) groups.push('0')
  return `${groups
    .concat(tail ? tail.split(':') : [])
    .slice(0, 4)
    .join(':')}::/64`
}
