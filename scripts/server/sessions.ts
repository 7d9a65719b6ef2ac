import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { ownPool } from './own-pool'

const patience = 1_000
/** For how long an answer is believed here, in ms; the app itself looks at each request anew. */
const believed = 60_000
const sessionCookie = /(?:^|;\s*)(?:__Host-)?throughline=([A-Za-z0-9_-]{43})(?:;|$)/

/** The token of a request's session, living or not. */
export function sessionToken(cookies: string | undefined): string | undefined {
  return sessionCookie.exec(cookies ?? '')?.[1]
}

/** The secret of a request's token, living or not. */
function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +tl_([A-Za-z0-9_-]{43})$/i.exec(authorization ?? '')?.[1]
}

/**
 * Tells requests with a living session or token from those with a made-up one, over connections of its own:
 * whoever has none waits in another queue, however many cookies they send. It opens nothing.
 */
export function sessions(connectionString: string): {
  isLive: (headers: Pick<IncomingHttpHeaders, 'cookie' | 'authorization'>) => Promise<boolean>
  close: () => Promise<void>
} {
  const pool = ownPool(connectionString, { patience })
  // Row security shows a token's own row alone; the hash is of our making and needs no quotes.
  const askOfToken = async (token: string) => {
    const hash = createHash('sha256').update(token).digest('hex')
    const results = await pool.query(
      `begin read only; set local app.api_token_hash = '${hash}';
       select from api_token where token_hash = '\\x${hash}' and ended_at is null and expires_at > now();
       commit`,
    )
    return [results].flat().some(({ command, rowCount }) => command === 'SELECT' && rowCount === 1)
  }
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
    isLive: ({ cookie, authorization }) => {
      const session = sessionToken(cookie)
      const token = session ?? bearerToken(authorization)
      if (!token) return Promise.resolve(false)
      let answer = known.get(token)
      if (!answer) {
        answer = session ? ask(session) : askOfToken(token)
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
