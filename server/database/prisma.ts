import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from '../env'
import { statementName } from './pool'

/** A connection in whose open transaction Prisma is to work, and who hears what it sends. */
export type Host = { connection: pg.PoolClient; sends: (sql: string) => void; longestMs: number }

type Shared = { client: PrismaClient; host: AsyncLocalStorage<Host> }

// Next's development server loads modules anew on every change; one client must outlive them.
const onGlobal = globalThis as typeof globalThis & { throughlinePrisma?: Shared }

function shared(): Shared {
  onGlobal.throughlinePrisma ??= newClient()
  return onGlobal.throughlinePrisma
}

function newClient(): Shared {
  const host = new AsyncLocalStorage<Host>()
  return { host, client: new PrismaClient({ adapter: inTransactionsOf(host) }) }
}

/** The generated client, which has no connections: it works in transactions of `openPrisma`. */
export function prisma(): PrismaClient {
  return shared().client
}

export async function closePrisma(): Promise<void> {
  const opened = onGlobal.throughlinePrisma
  delete onGlobal.throughlinePrisma
  await opened?.client.$disconnect()
}

/** Prisma inside a transaction that is already open; `close` before that one ends. */
export type OpenPrisma = {
  client: Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
  close: () => Promise<void>
}

/**
 * Lets Prisma work in the transaction that is open on a connection. It begins and ends nothing
 * there: whoever opened the transaction commits it or rolls it back.
 */
export function openPrisma(of: Host): Promise<OpenPrisma> {
  const { host, client: root } = shared()
  return new Promise((resolve, reject) => {
    let finish = () => {}
    const ended = host.run(of, () =>
      root.$transaction(
        (client) => {
          const finished = new Promise<void>((done) => (finish = done))
          const close = async () => {
            finish()
            await ended
          }
          resolve({ client, close })
          return finished
        },
        { maxWait: env().databaseWaitMs, timeout: of.longestMs },
      ),
    )
    ended.catch(reject)
  })
}

const refuse = () => Promise.reject(new Error('Prisma works inside a transaction of the door.'))

function inTransactionsOf(host: AsyncLocalStorage<Host>): SqlDriverAdapterFactory {
  const startTransaction = () => {
    const here = host.getStore()
    return here ? transactionOf(here) : refuse()
  }
  const adapter: SqlDriverAdapter = {
    ...NAMES,
    queryRaw: refuse,
    executeRaw: refuse,
    executeScript: refuse,
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
    startTransaction,
  }
  return { ...NAMES, connect: () => Promise.resolve(adapter) }
}

async function transactionOf({ connection, sends }: Host): Promise<Transaction> {
  const adapter = await adapterOf(connection)
  const nothing = () => Promise.resolve()
  return {
    ...NAMES,
    // Nothing is sent for its beginning and its end.
    options: { usePhantomQuery: true },
    queryRaw(query: SqlQuery) {
      sends(query.sql)
      return adapter.queryRaw(query)
    },
    executeRaw(query: SqlQuery) {
      sends(query.sql)
      return adapter.executeRaw(query)
    },
    commit: nothing,
    rollback: nothing,
  }
}

const NAMES = { provider: 'postgres', adapterName: 'throughline' } as const

const adapters = new WeakMap<pg.PoolClient, Promise<SqlDriverAdapter>>()

// Prisma's own adapter turns values and errors into what Prisma wants; it asks a pool, so it is
// given one of this connection alone.
function adapterOf(connection: pg.PoolClient): Promise<SqlDriverAdapter> {
  const known = adapters.get(connection)
  if (known) return known
  const adapter = new PrismaPg(new OneConnection(connection), {
    statementNameGenerator: statementName,
  }).connect()
  adapters.set(connection, adapter)
  return adapter
}

class OneConnection extends pg.Pool {
  constructor(connection: pg.PoolClient) {
    super()
    this.query = connection.query.bind(connection)
  }
}
