/**
 * An address as a URL, or null where it is none. To be used instead of URL.canParse, which Node 20
 * gets wrong: once V8 has optimized the function that calls it, addresses with letters such as ü are
 * refused for as long as the process runs.
 *
 * @param base what a relative address is relative to.
 */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base)
  } catch {
    return null
  }
}
