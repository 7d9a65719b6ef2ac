import 'server-only'
import { createHash } from 'node:crypto'
import { Prisma } from '@/prisma/generated/client'
import { withViewer, type Tx } from '../db'
import { env } from '../env'
import { openToken, sealToken } from '../shares/links/seal'
import type { Call } from './endpoint'

/** An answer as it is kept for whoever asks again with the same key. */
export type StoredAnswer = { status: number; headers: [string, string][]; body: string }

/** What is known of a request with an idempotency key. */
export type Claim =
  | { is: 'new' }
  | { is: 'answered'; answer: StoredAnswer }
  /** The same request is being worked on. */
  | { is: 'open' }
  /** Whoever worked on the same request ended without a word: it may have been done. */
  | { is: 'lapsed' }
  /** Another request had this key. */
  | { is: 'another' }

/** What identifies a request: whose it is, its key, and what it asks. */
export type KeyedRequest = { viewer: Call['viewer']; key: string; asked: string }

const KEPT_MS = 24 * 60 * 60_000
/** Whoever works on a request says so again and again; after this long without a word nobody does. */
const LAPSED_MS = 30_000
const EVERY_MS = 5_000
const PURPOSE = 'throughline answer to a program 1'
const SWEPT_AT_ONCE = 100

const sha256 = (text: string) => new Uint8Array(createHash('sha256').update(text).digest())

/**
 * Claims a key for a request before it is worked on, so that of the same one sent twice only one
 * is. Keys are a token's own and are kept for a day.
 */
export async function claimKey({ viewer, key, asked }: KeyedRequest, now: Date): Promise<Claim> {
  const { workspaceId, token } = viewer
  const where = { workspaceId, tokenId: token.id, keyHash: sha256(key) }
  const requestHash = sha256(asked)
  return withViewer(viewer, async (tx) => {
    await tx.$executeRaw`
      delete from api_answer where (workspace_id, token_id, key_hash) in (
        select workspace_id, token_id, key_hash from api_answer
        where workspace_id = ${workspaceId}::uuid and at <= ${new Date(now.getTime() - KEPT_MS)}
        limit ${SWEPT_AT_ONCE} for update skip locked)`
    const written = await tx.$executeRaw`
      insert into api_answer (workspace_id, token_id, key_hash, request_hash, at, hidden_campaigns)
      values (${workspaceId}::uuid, ${token.id}::uuid, ${where.keyHash}, ${requestHash}, ${now},
        app_hidden_campaigns())
      on conflict do nothing`
    if (written === 1) return { is: 'new' }
    const row = await tx.apiAnswer.findUnique({
      where: { workspaceId_tokenId_keyHash: where },
      select: { requestHash: true, sealed: true, at: true },
    })
    if (!row) return { is: 'open' }
    if (!Buffer.from(row.requestHash).equals(requestHash)) return { is: 'another' }
    const text = row.sealed && openToken(row.sealed, where.keyHash, env().secret, PURPOSE)
    // What was told of a campaign that its member can no longer open is not told again.
    if (text && !(await seesLess(tx, where)))
      return { is: 'answered', answer: JSON.parse(text) as StoredAnswer }
    const isLocked = !row.sealed && row.at.getTime() > now.getTime() - LAPSED_MS
    return { is: isLocked ? 'open' : 'lapsed' }
  })
}

/** Keeps a claim from lapsing while the work goes on. */
export async function holdingKey<T>(
  { viewer, key }: KeyedRequest,
  work: () => Promise<T>,
): Promise<T> {
  const { workspaceId, token } = viewer
  const where = { workspaceId, tokenId: token.id, keyHash: sha256(key), sealed: null }
  const hold = setInterval(() => {
    withViewer(viewer, (tx) => tx.apiAnswer.updateMany({ where, data: { at: new Date() } })).catch(
      // The next one may go through; the work itself says what is wrong.
      () => {},
    )
  }, EVERY_MS)
  return work().finally(() => clearInterval(hold))
}

/**
 * Keeps what a request was answered. It may tell of every campaign that its token could see at the
 * beginning or at the end: one that was restricted meanwhile counts as seen.
 */
export async function keepAnswer(
  { viewer, key }: KeyedRequest,
  answer: StoredAnswer,
): Promise<void> {
  const { workspaceId, token } = viewer
  const where = { workspaceId, tokenId: token.id, keyHash: sha256(key) }
  // Sealed: the answer may hold a link's address, which is stored nowhere in the open.
  const sealed = sealToken(JSON.stringify(answer), where.keyHash, env().secret, PURPOSE)
  await withViewer(
    viewer,
    (tx) => tx.$executeRaw`
      update api_answer set sealed = ${sealed}, hidden_campaigns = array(
        select unnest(hidden_campaigns) intersect select unnest(app_hidden_campaigns()))
      where ${rowOf(where)}`,
  )
}

/** Whether a campaign is hidden from this token that was not when the answer was kept. */
async function seesLess(tx: Tx, where: KeyOfRow): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select from api_answer where ${rowOf(where)}
      and app_hidden_campaigns() <@ coalesce(hidden_campaigns, '{}')`
  return rows.length === 0
}

type KeyOfRow = { workspaceId: string; tokenId: string; keyHash: Uint8Array }

function rowOf({ workspaceId, tokenId, keyHash }: KeyOfRow): Prisma.Sql {
  return Prisma.sql`workspace_id = ${workspaceId}::uuid and token_id = ${tokenId}::uuid
    and key_hash = ${keyHash}`
}

/** Frees the key of a request that was not worked on, so that it may be sent again. */
export async function releaseKey({ viewer, key }: KeyedRequest): Promise<void> {
  const { workspaceId, token } = viewer
  const where = { workspaceId, tokenId: token.id, keyHash: sha256(key), sealed: null }
  await withViewer(viewer, (tx) => tx.apiAnswer.deleteMany({ where }))
}
