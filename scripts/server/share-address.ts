import { createHash } from 'node:crypto'

/** As server/shares/links/token.ts has it: 26 characters of Crockford's base32. */
const token = /^[0-9a-hjkmnp-tv-z]{26}$/
/** What a private link shows is at a handle, which opens nothing without a cookie. */
const handle = /^p-[0-9a-f]{16}$/
/** A page of ours under /s that is no link, should there be one, is named like this. */
const name = /^[a-z][a-z-]{0,19}$/

/**
 * Where a request under /s goes. `malformed`: to what cannot be a link; `hash`: SHA-256 of the
 * token in hexadecimal digits, as notifications name it; `private`: to what each reader gets alone.
 */
export type ShareAddress =
  | { kind: 'malformed' }
  | { kind: 'private' }
  | { kind: 'link'; path: string; query: string; hash: string }

/**
 * Reads the address of a shared page as the client wrote it.
 *
 * @returns null for what is none, or is written so that only Next should
 *   say what it means
 */
export function parseShareAddress(url: string | undefined = ''): ShareAddress | null {
  if (/^\/s(\?[^#]*)?$/.test(url)) return { kind: 'private' }
  const [, path = '', first = '', query = ''] =
    /^(\/s\/([^/?#\\]+)(?:\/[^?#\\]*)?)(?:\?([^#]*))?$/.exec(url) ?? []
  if (path === '' || /\/(\/|\.|%2e|%2f|%5c)/i.test(path)) return null
  if (token.test(first)) {
    return { kind: 'link', path, query, hash: createHash('sha256').update(first).digest('hex') }
  }
  if (handle.test(first)) return { kind: 'private' }
  return name.test(first) ? null : { kind: 'malformed' }
}

/**
 * The address under which a page is kept: of the query only what the page depends on, in one
 * order, so that what a social network adds to each click does not make each click another page.
 *
 * @param names of the parameters that matter; undefined when not known
 */
export function pageKey(path: string, query: string, names: readonly string[] | undefined) {
  if (query === '') return path
  if (!names) return `${path}?${query}`
  const { searchParams } = new URL(`http://any/?${query}`)
  for (const name of new Set(searchParams.keys())) {
    if (!names.includes(name)) searchParams.delete(name)
  }
  searchParams.sort()
  return searchParams.size === 0 ? path : `${path}?${searchParams}`
}
