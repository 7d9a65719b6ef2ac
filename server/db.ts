import 'server-only'
import pg from 'pg'
import { assertMinted } from './auth/mint'
import type { Organizer, SystemJob, Viewer } from './auth/viewer'
import { closePool, warmPool } from './database/pool'
import { closePrisma } from './database/prisma'
import { transaction, type Tx } from './database/transaction'

export type { Tx }

/**
 * The door: the only way to a workspace's rows. Opens a transaction, tells the database whose
 * workspace it is (row-level security shows nothing else), and makes the transaction read-only
 * for readers of a share.
 *
 * @throws AppError `forbidden` for a viewer that `server/auth` did not make; `unavailable` when no
 *   connection comes free within two seconds.
 */
export async function withViewer<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  assertMinted(viewer)
  // An entry is read in several statements: what is hidden between them must not be shown by the later ones.
  const begin =
    viewer.kind === 'share' ? 'begin isolation level repeatable read read only' : 'begin'
  return transaction(begin, sightOf(viewer), work)
}

/** As long as a whole record may take to be read or written. */
const WHOLE_RECORD_MS = 30 * 60_000

/**
 * The door for reading a whole record: one unchanging state of the database, whoever writes
 * meanwhile, and nothing can be written. It holds a connection for as long as it takes, so those who
 * call it let few work at once.
 */
export async function inSnapshot<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  assertMinted(viewer)
  const begin = 'begin isolation level repeatable read read only'
  return transaction(begin, sightOf(viewer), work, WHOLE_RECORD_MS)
}

/**
 * The door for writing a whole record in one transaction. It holds a connection for as long as it takes,
 * so those who call it for members let one work at once.
 */
export async function writeWholeRecord<T>(
  viewer: SystemJob | Organizer,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  assertMinted(viewer)
  const slow =
    ' set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;'
  return transaction('begin', sightOf(viewer) + slow, work, WHOLE_RECORD_MS)
}

/** What sign-in may look at before there is a viewer: nothing, or one account's or one link's own rows. */
export type Threshold = {
  accountId?: string
  shareTokenHash?: Uint8Array
  feedTokenHash?: Uint8Array
  invitationTokenHash?: Uint8Array
  apiTokenHash?: Uint8Array
  workspaceId?: string
}

/**
 * A transaction before the door, for `server/auth` alone: accounts, sessions, limits, and those
 * rows that row-level security shows to the account or to the link's token itself.
 */
export async function atThreshold<T>(scope: Threshold, work: (tx: Tx) => Promise<T>): Promise<T> {
  const settings = [
    setting('account_id', scope.accountId),
    setting('workspace_id', scope.workspaceId),
    setting('share_token_hash', hex(scope.shareTokenHash)),
    setting('feed_token_hash', hex(scope.feedTokenHash)),
    setting('invitation_token_hash', hex(scope.invitationTokenHash)),
    setting('api_token_hash', hex(scope.apiTokenHash)),
  ]
  return transaction('begin', settings.join(''), work)
}

/**
 * Whose workspace it is, and which of its restricted campaigns are hidden: none from the program
 * itself; from a member those of others, from a share's readers all but its own. The list is made
 * anew in each transaction, so that whoever was let in or out notices at once.
 */
function sightOf(viewer: Viewer): string {
  const workspace = setting('workspace_id', viewer.workspaceId)
  if (viewer.kind === 'system') return workspace + setting('hidden_campaigns', EVERY_CAMPAIGN)
  const member = viewer.kind === 'organizer' ? pg.escapeLiteral(viewer.memberId) : 'null'
  const campaign = viewer.kind === 'share' ? pg.escapeLiteral(viewer.campaignId) : 'null'
  const hidden = `campaigns_hidden_from(${member}, ${campaign})::text`
  return `${workspace} select set_config('app.hidden_campaigns', ${hidden}, true);`
}

/** Hides no campaign. */
const EVERY_CAMPAIGN = '{}'

/**
 * Lets the rest of a transaction reach what the workspace shares in every campaign, also in those
 * that the viewer may not open: a merged organization is the other one there as well. What is read
 * then must not reach the viewer.
 */
export async function reachEveryCampaign(tx: Tx): Promise<void> {
  await tx.$executeRaw`select set_config('app.hidden_campaigns', ${EVERY_CAMPAIGN}, true)`
}

/** For this transaction alone; what is not set is nobody's. */
function setting(name: string, value: string | undefined): string {
  return value ? ` set local app.${name} = ${pg.escapeLiteral(value)};` : ''
}

function hex(hash: Uint8Array | undefined): string {
  return hash ? Buffer.from(hash).toString('hex') : ''
}

/** Opens the connections that the first requests need. */
export const warmDatabase = warmPool

/** Closes the pool; for the command line and tests, which must end. */
export async function closeDatabase(): Promise<void> {
  await closePrisma()
  await closePool()
}
