const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * The addresses that Throughline answers to.
 */
export type Reachable = { url: URL; loopbackPort: number | null }

/**
 * Whether the Host of a request is one of ours. Any other means a name that somebody pointed at
 * this machine, by which a foreign page could read answers (DNS rebinding).
 */
export function allowedHost({ url, loopbackPort }: Reachable, host: string | undefined) {
  if (!host) return false
  const name = host.toLowerCase()
  return name === url.host || (loopbackPort !== null && isLoopback(name, loopbackPort))
}

/**
 * Whether a browser says that a request comes from a page that is not ours. Programs say nothing of
 * where they are.
 */
export function fromElsewhere(
  reachable: Reachable,
  headers: { host?: string; origin?: string; 'sec-fetch-site'?: string | string[] },
) {
  const { origin, 'sec-fetch-site': site } = headers
  return origin === undefined
    ? site !== undefined && site !== 'same-origin' && site !== 'none'
    : !originAllowed(reachable, headers)
}

/**
 * Whether a request that changes something comes from our own pages. A missing Origin is refused
 * like a foreign one: browsers send it with every such request.
 */
export function originAllowed(
  { url, loopbackPort }: Reachable,
  headers: { host?: string; origin?: string; 'sec-fetch-site'?: string | string[] },
) {
  const { host, origin } = headers
  if (headers['sec-fetch-site'] === 'cross-site' || !origin || origin === 'null') return false
  if (origin === url.origin) return true
  if (loopbackPort === null || !host) return false
  const name = host.toLowerCase()
  return isLoopback(name, loopbackPort) && origin === new URL(`http://${name}`).origin
}

function isLoopback(host: string, port: number) {
  return loopbackNames.some((name) => host === `${name}:${port}` || (port === 80 && host === name))
}
