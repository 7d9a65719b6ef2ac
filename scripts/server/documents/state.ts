import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { atStart } from '../../lib/pooler'
import { ownPool } from '../own-pool'

const patience = 1_000
/** The app notes that a session is in use once a minute, when it answers itself; in ms. */
const notedEvery = 60_000

/** Of one session: the version goes up with anything that may show in its pages. */
type State = { who: string; snapshot: string; version: number }

/**
 * In which state the pages of a member are, asked of the database at each request, in one round trip
 * (`document_state`): whether the session lives, whose it is, and whether anything was written since
 * the last time.
 */
export function documentStates(connectionString: string): {
  /** The version, or null where the app should look itself. */
  of: (token: string) => Promise<number | null>
  /** What this session has just changed may be noted nowhere: a filter of its own, what it has seen. */
  change: (token: string) => void
  close: () => Promise<void>
} {
  const pool = ownPool(connectionString, { patience, max: 2, stays: true })
  const known = new LRUCache<string, State>({ max: 10_000 })
  let versions = 0

  return {
    of: async (token) => {
      const before = known.get(token)
      const now = Date.now()
      const { rows } = await pool.query<{ who: string; snapshot: string; changed: boolean }>({
        ...atStart({ name: 'document_state' }),
        text: 'select who, snapshot, changed from document_state($1, $2, $3, $4)',
        values: [
          createHash('sha256').update(token).digest(),
          new Date(now),
          new Date(now - notedEvery),
          before?.snapshot ?? null,
        ],
      })
      const [row] = rows
      if (!row) {
        known.delete(token)
        return null
      }
      const last = known.get(token)
      const same = last !== undefined && !row.changed && last.who === row.who
      const version = same ? last.version : (versions += 1)
      known.set(token, { who: row.who, snapshot: row.snapshot, version })
      return version
    },
    change: (token) => {
      known.delete(token)
    },
    close: () => pool.end(),
  }
}
