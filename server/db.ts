import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { assertMinted } from './auth/mint'
import type { Viewer } from './auth/viewer'
import { env } from './env'
import { statementNames } from './statement-names'

/** A connection inside a transaction, as queries and mutations use it. */
export type Tx = Prisma.TransactionClient

const POOL_SIZE = 10
const CONNECT_MS = 2_000
const STATEMENT_MS = 5_000
const LOCK_MS = 3_000

// Next's development server loads modules anew on every change; one pool must outlive them.
const kept = globalThis as typeof globalThis & { throughlineClient?: PrismaClient }

function client(): PrismaClient {
  kept.throughlineClient ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().databaseUrl,
        max: POOL_SIZE,
        // pg waits for a free connection for ever unless it is told not to.
        connectionTimeoutMillis: CONNECT_MS,
        statement_timeout: STATEMENT_MS,
        lock_timeout: LOCK_MS,
        idle_in_transaction_session_timeout: 2 * STATEMENT_MS,
      },
      { statementNameGenerator: statementNames() },
    ),
  })
  return kept.throughlineClient
}

/**
 * The door: the only way to a workspace's rows. Opens a transaction, tells the database whose
 * workspace it is (row-level security shows nothing else), and makes the transaction read-only
 * for readers of a share.
 *
 * @throws AppError `forbidden` for a viewer that `server/auth` did not make.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  assertMinted(viewer)
  return client().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        select set_config('app.workspace_id', ${viewer.workspaceId}, true),
               set_config('transaction_read_only', ${viewer.kind === 'share' ? 'on' : 'off'}, true)`
      return work(tx)
    },
    { maxWait: CONNECT_MS, timeout: 3 * STATEMENT_MS },
  )
}

/** What sign-in may look at before there is a viewer: nothing, or one account's or one link's own rows. */
export type Threshold = {
  accountId?: string
  shareTokenHash?: Buffer
  feedTokenHash?: Uint8Array
  invitationTokenHash?: Uint8Array
  workspaceId?: string
}

/**
 * A transaction before the door, for `server/auth` alone: accounts, sessions, limits, and those
 * rows that row-level security shows to the account or to the link's token itself.
 */
export async function atThreshold<T>(scope: Threshold, work: (tx: Tx) => Promise<T>): Promise<T> {
  return client().$transaction(
    async (tx) => {
      await tx.$executeRaw`
        select set_config('app.account_id', ${scope.accountId ?? ''}, true),
               set_config('app.workspace_id', ${scope.workspaceId ?? ''}, true),
               set_config('app.share_token_hash', ${hex(scope.shareTokenHash)}, true),
               set_config('app.feed_token_hash', ${hex(scope.feedTokenHash)}, true),
               set_config('app.invitation_token_hash', ${hex(scope.invitationTokenHash)}, true)`
      return work(tx)
    },
    { maxWait: CONNECT_MS, timeout: 3 * STATEMENT_MS },
  )
}

/** Goes on before the door as the account that was just found there, in the same transaction. */
export async function asAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$executeRaw`select set_config('app.account_id', ${accountId}, true)`
}

function hex(hash: Uint8Array | undefined): string {
  return hash ? Buffer.from(hash).toString('hex') : ''
}

/** Closes the pool; for the command line and tests, which must end. */
export async function closeDatabase(): Promise<void> {
  await kept.throughlineClient?.$disconnect()
  kept.throughlineClient = undefined
}
