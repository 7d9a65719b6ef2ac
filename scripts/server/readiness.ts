import pg from 'pg'

const patience = 1_000

/**
 * Asks the database whether it answers, over a connection of its own, so that a busy pool does not
 * make it look dead. Many questions at once are one question to the database.
 */
export function readiness(url: string): {
  isReady: () => Promise<boolean>
  close: () => Promise<void>
} {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    statement_timeout: patience,
  })
  pool.on('error', () => {})
  let asking: Promise<boolean> | null = null
  return {
    isReady: () => {
      asking ??= pool
        .query('select 1')
        .then(
          () => true,
          () => false,
        )
        .finally(() => (asking = null))
      return asking
    },
    close: () => pool.end(),
  }
}
