import 'server-only'
import pg from 'pg'
import { databaseWork } from '@/lib/database-work'
import { env } from '../env'
import { AppError } from '../errors'
import { statementNames } from '../statement-names'

/** Connections that are open before the first request comes; a page uses two at a time. */
const READY = 2
const STATEMENT_MS = 5_000
const LOCK_MS = 3_000
/** After how long the database itself ends what takes too long. */
const TIMES = {
  statement_timeout: STATEMENT_MS,
  lock_timeout: LOCK_MS,
  idle_in_transaction_session_timeout: 2 * STATEMENT_MS,
}
/** After this long a transaction takes no further statement. */
export const LONGEST_MS = 3 * STATEMENT_MS

/** The names of statements belong to the connections that know them. */
type Shared = { connections: pg.Pool; statementName: ReturnType<typeof statementNames> }

// Next's development server loads modules anew on every change; one pool must outlive them.
const onGlobal = globalThis as typeof globalThis & { throughlinePool?: Shared }

function shared(): Shared {
  onGlobal.throughlinePool ??= {
    connections: openPool(),
    statementName: env().pooled ? () => '' : statementNames(),
  }
  return onGlobal.throughlinePool
}

/** The name under which a connection keeps the plan of a statement; empty where none is kept. */
export function statementName(query: { sql: string }): string {
  return shared().statementName(query)
}

/** Several processes of one machine share what the database bears. */
function poolSize(): number {
  return Math.max(4, Math.min(10, Math.floor(20 / env().processes)))
}

/** What each transaction must set for itself, where its connection could not be told at its start. */
export function settingsOfEach(): string {
  if (!env().pooled) return ''
  const times = Object.entries(TIMES).map(([name, ms]) => ` set local ${name} = ${ms};`)
  return ` set local timezone = 'UTC';${times.join('')}`
}

function openPool(): pg.Pool {
  const opened = new pg.Pool({
    connectionString: env().databaseUrl,
    max: poolSize(),
    // A closed connection costs its next user the handshake and every plan anew.
    idleTimeoutMillis: 0,
    // Statements are sent one after the other without waiting for the answers in between. Not every
    // pooler bears that, above all not after a commit, when the next statement is another one's.
    pipeline: !env().pooled,
    // pg waits for a free connection for ever unless it is told not to.
    connectionTimeoutMillis: env().databaseWaitMs,
    ...(!env().pooled && { ...TIMES, options: '-c TimeZone=UTC' }),
  })
  // A connection that is lost fails its statements; without a listener it would end the process.
  opened.on('error', () => {})
  opened.on('connect', (connection) => {
    connection.on('error', () => {})
    count(connection)
  })
  return opened
}

/**
 * Counts what is sent over a connection, by whichever way. What is sent at the same moment goes as one
 * message: waking the database costs more than most of what it is asked.
 */
function count(connection: pg.PoolClient): void {
  const query = connection.query.bind(connection) as (...args: unknown[]) => unknown
  const inTurn = oneByOne()
  const counted = (...args: unknown[]) => {
    const begin = performance.now()
    const work = databaseWork()
    work.statements += 1
    const { stream } = connection.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    const answer = env().pooled ? inTurn(() => query(...args)) : query(...args)
    const done = () => (work.seconds += (performance.now() - begin) / 1_000)
    if (answer instanceof Promise) answer.then(done, () => ((work.failed += 1), done()))
    return answer
  }
  connection.query = counted as typeof connection.query
}

/** Begins each piece of work when the one before it is over, however that ended. */
function oneByOne(): (work: () => unknown) => Promise<unknown> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => (last = last.catch(() => {}).then(work))
}

/**
 * A connection of one's own until it is released.
 *
 * @throws AppError `unavailable` when none comes free in time (`THROUGHLINE_DATABASE_WAIT_MS`), or none can be made.
 */
export async function borrow(): Promise<pg.PoolClient> {
  const from = shared().connections
  try {
    return await from.connect()
  } catch (error) {
    const message =
      from.totalCount >= poolSize()
        ? 'Too many people are asking at this moment. Try again in a few seconds.'
        : 'The database cannot be reached at this moment. Try again in a few seconds.'
    throw new AppError('unavailable', message, [], { cause: error })
  }
}

/** Opens the connections that the first requests need. */
export async function warmPool(): Promise<void> {
  const connections = await Promise.all(Array.from({ length: READY }, borrow))
  for (const connection of connections) connection.release()
}

export async function closePool(): Promise<void> {
  const opened = onGlobal.throughlinePool
  delete onGlobal.throughlinePool
  await opened?.connections.end()
}
