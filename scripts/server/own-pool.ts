import pg from 'pg'
import { atStart } from '../lib/pooler'

/**
 * A few connections beside the app's own, for questions that are answered at once or given up: a busy
 * pool must not hold them up.
 *
 * @param order.patience for a connection and for an answer, in ms
 * @param order.stays whether a connection that nobody used for a while stays open
 */
export function ownPool(
  connectionString: string,
  { patience, max = 1, stays = false }: { patience: number; max?: number; stays?: boolean },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    ...(stays && { idleTimeoutMillis: 0 }),
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    ...atStart({ statement_timeout: patience }),
  })
  // A connection that is lost fails its statement; without a listener it would end the process.
  pool.on('error', () => {})
  return pool
}
