import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import pg from 'pg'

const patience = 1_000
/** For how long an answer is believed here, in ms; the app itself looks at each request anew. */
const believed = 60_000
const cookie = /(?:^|;\s*)(?:__Host-)?throughline=([A-Za-z0-9_-]{43})(?:;|$)/

/** The token of a request's session, living or not. */
export function sessionToken(cookies: string | undefined): string | undefined {
  return cookie.exec(cookies ?? '')?.[1]
}

/**
 * Tells requests with a living session from those with a made-up one, over connections of its own:
 * whoever has none waits in another queue, however many cookies they send. It opens nothing.
 */
export function sessions(connectionString: string): {
  isLive: (cookies: string | undefined) => Promise<boolean>
  close: () => Promise<void>
} {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    statement_timeout: patience,
  })
  pool.on('error', () => {})
  const known = new LRUCache<string, Promise<boolean>>({ max: 10_000, ttl: believed })
  const ask = async (token: string) => {
    const hash = createHash('sha256').update(token).digest()
    const { rowCount } = await pool.query(
      'select from session where token_hash = $1 and expires_at > now()',
      [hash],
    )
    return rowCount === 1
  }
  return {
    isLive: (cookies) => {
      const token = sessionToken(cookies)
      if (!token) return Promise.resolve(false)
      let answer = known.get(token)
      if (!answer) {
        answer = ask(token)
        known.set(token, answer)
        // A question that was not answered is put again.
        answer.catch(() => known.delete(token))
      }
      // While the database does not say, a member must not be taken for a stranger.
      return answer.catch(() => true)
    },
    close: () => pool.end(),
  }
}
