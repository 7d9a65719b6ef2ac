import 'server-only'

const LONGEST = 2000
const HOME = '/campaigns'

/**
 * Where to go after sign-in: the path that was asked for when it is one of this site, or else
 * the campaigns.
 *
 * Whatever a browser could read as another site's address (`//host`, `/\host`, control characters
 * that URL parsing strips) is refused, so that a link to the sign-in page cannot send a person on
 * to a copy of it.
 */
export function safeNextPath(asked: string | null | undefined): string {
  if (!asked || asked.length > LONGEST || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked))
    return HOME
  const url = new URL(asked, 'http://here.invalid')
  if (url.host !== 'here.invalid' || url.pathname.startsWith('//')) return HOME
  if (/^\/(sign-in|sign-in-codes|set-up|api)(\/|$)/.test(url.pathname)) return HOME
  // Next adds this to requests that its router makes in the background.
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}

/** The sign-in page's address, with the way back when there is one worth keeping. */
export function signInPath(from: string | null | undefined): string {
  const next = safeNextPath(from)
  return next === HOME ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`
}

/** The address of the page that asks for one's own password before a file. */
export function ownPasswordPath(file: string | null | undefined): string {
  return `/own-password?next=${encodeURIComponent(safeNextPath(file))}`
}
