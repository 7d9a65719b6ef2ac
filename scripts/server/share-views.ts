import type { IncomingMessage } from 'node:http'
import type pg from 'pg'
import { ownPool } from './own-pool'

const flushEvery = 5_000
const patience = 2_000
const maxSums = 10_000

const robots =
  /bot|crawl|spider|slurp|preview|facebookexternalhit|embedly|whatsapp|telegram|discord|slack|signal|skype|bing|yandex|duckduck|baidu|curl|wget|python|java\/|go-http|okhttp|node|headless|lighthouse|monitor|fetch/i

/**
 * Whether a request is a person's view of a page, as far as its own words tell. A browser that only
 * loads ahead of a click does not count; one that has the page already and asks again does.
 */
export function isPageView({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>) {
  if (method !== 'GET') return false
  const agent = headers['user-agent'] ?? ''
  // Every browser calls itself Mozilla and says which languages its person reads; a program that
  // fetches a preview gives its own name, or an address that explains it.
  if (!agent.startsWith('Mozilla/5.0 (') || !headers['accept-language']) return false
  if (robots.test(agent) || /compatible;|https?:/i.test(agent)) return false
  const purposes = [headers['sec-purpose'], headers.purpose, headers['x-moz']].flat()
  if (purposes.some((purpose = '') => /prefetch|preview|prerender/i.test(purpose))) return false
  const destination = headers['sec-fetch-dest']
  return !destination || destination === 'document' || destination === 'iframe'
}

/**
 * Counts page views of links as sums of a day (UTC), in memory for some seconds and then in the
 * database. Nothing of who looked is noted: of a request no more is kept than that there was one.
 *
 * @param order every: ms
 */
export function shareViews(
  connectionString: string,
  { every = flushEvery, now = () => new Date() }: { every?: number; now?: () => Date } = {},
) {
  const pool = ownPool(connectionString, { patience })
  /** Views by day and link. */
  let sums: Map<string, number> = new Map()

  const add = (key: string, views: number) => {
    // Full only when the database has been away for long; then what is known is kept.
    if (sums.has(key) || sums.size < maxSums) sums.set(key, (sums.get(key) ?? 0) + views)
  }

  let flushing: Promise<void> = Promise.resolve()
  const flush = () => {
    flushing = flushing.then(async () => {
      const counted = sums
      sums = new Map()
      for (const [key, views] of counted) {
        const [day = '', hash = ''] = key.split(' ')
        await save(pool, { hash, day, views }).catch(() => add(key, views))
      }
    })
    return flushing
  }
  const timer = setInterval(() => void flush(), every)
  timer.unref()

  return {
    /** @param hash of the link's token, in hexadecimal digits */
    see(request: Pick<IncomingMessage, 'method' | 'headers'>, hash: string) {
      if (isPageView(request)) add(`${now().toISOString().slice(0, 10)} ${hash}`, 1)
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
      await pool.end()
    },
  }
}

/** Adds to a link's sum of a day. A link that is unknown is not counted. */
async function save(
  pool: pg.Pool,
  { hash, day, views }: { hash: string; day: string; views: number },
) {
  const client = await pool.connect()
  let failure
  try {
    await client.query('begin')
    await client.query(`select set_config('app.share_token_hash', $1, true)`, [hash])
    const { rows } = await client.query(
      `select workspace_id, id, set_config('app.workspace_id', workspace_id::text, true),
              set_config('app.hidden_campaigns', '{}', true)
         from share_link where token_hash = decode($1, 'hex')`,
      [hash],
    )
    for (const { workspace_id: workspace, id } of rows) {
      await client.query(
        `insert into share_view as v (workspace_id, share_link_id, day, views)
         values ($1, $2, $3, $4)
         on conflict (workspace_id, share_link_id, day)
         do update set views = least(v.views::bigint + excluded.views, 2000000000)::int`,
        [workspace, id, day, Math.min(views, 1_000_000_000)],
      )
    }
    await client.query('commit')
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection on which something failed is in an unknown state, and is closed.
    client.release(failure)
  }
}
