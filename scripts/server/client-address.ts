import { BlockList, isIP } from 'node:net'

/**
 * Reads the list of proxies whose X-Forwarded-For we believe.
 *
 * @param text addresses or networks (10.0.0.0/8), separated by commas
 * @throws Error that names an entry which is neither
 */
export function trustedProxies(text: string | undefined): BlockList {
  const list = new BlockList()
  for (const entry of (text ?? '').split(',').map((part) => part.trim())) {
    if (entry === '') continue
    const [address = '', bits] = entry.split('/')
    const family = familyOf(address)
    const prefix = Number(bits)
    if (
      !family ||
      (bits !== undefined && !(prefix >= 0 && prefix <= (family === 'ipv4' ? 32 : 128)))
    ) {
      throw new Error(
        `THROUGHLINE_TRUSTED_PROXIES holds "${entry}", which is neither an address nor a network such as 10.0.0.0/8.`,
      )
    }
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, prefix, family)
  }
  return list
}

/**
 * The address that a request comes from: the peer's, or, behind proxies that we trust, the
 * right-most one that is not theirs. What stands further left, anybody may have written.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | string[] | undefined,
  proxies: BlockList,
): { address: string; throughProxy: boolean } {
  let address = plain(peer ?? '')
  const throughProxy = isTrusted(address, proxies)
  const chain = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => plain(part.trim()))
  while (isTrusted(address, proxies)) {
    const next = chain.pop()
    if (!next || !isIP(next)) break
    address = next
  }
  return { address, throughProxy }
}

/**
 * The network of an address, for counting: an IPv4 address itself, and of IPv6 the first 64 bits
 * with the rest zero, since one person commonly has all of those (RFC 6177).
 *
 * @returns an empty text for what is no address
 */
export function clientNetwork(address: string): string {
  const bare = plain(address).replace(/%.*$/, '')
  const version = isIP(bare)
  if (version !== 6) return version === 4 ? bare : ''
  const groups = groupsOf(bare).slice(0, 4)
  // The URL parser writes every address in its one short form (RFC 5952).
  return new URL(`http://[${groups.join(':')}:0:0:0:0]`).hostname.slice(1, -1)
}

function groupsOf(address: string) {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  return [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
}

/** An IPv4 address that came in IPv6's clothes becomes itself. */
function plain(address: string) {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
}

function isTrusted(address: string, proxies: BlockList) {
  const family = familyOf(address)
  return family !== null && proxies.check(address, family)
}

function familyOf(address: string) {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6'
}
