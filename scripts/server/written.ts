import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sessionToken } from './sessions'

/** As long as a page may be kept, in seconds: none that was made before the write is older. */
const longest = 60

const cookie = /(?:^|;\s*)(?:__Host-)?throughline-written=([A-Za-z0-9_-]{16})(?:;|$)/

/**
 * Names the last write of a request's browser, as far as one was answered within a minute. A page that
 * is kept under that name was made after the write, in whichever process.
 */
export function lastWritten(cookies: string | undefined): string {
  return cookie.exec(cookies ?? '')?.[1] ?? ''
}

/**
 * Gives a member's browser a name for what it has just written, with the answer: what that changed may be
 * noted nowhere else, and the next page may come from another process, which keeps pages of its own.
 */
export function sayWritten(
  { headers }: IncomingMessage,
  response: ServerResponse,
  https: boolean,
): void {
  if (sessionToken(headers.cookie) === undefined) return
  const name = https ? '__Host-throughline-written' : 'throughline-written'
  const terms = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${longest}${https ? '; Secure' : ''}`
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (...given: unknown[]) => {
    const value = randomBytes(12).toString('base64url')
    response.appendHeader('set-cookie', `${name}=${value}; ${terms}`)
    return Reflect.apply(writeHead, response, given) as typeof response
  }
}
