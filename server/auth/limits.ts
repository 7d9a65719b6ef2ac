import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { createHmac } from 'node:crypto'
import { atThreshold, type Tx } from '../db'
import { env } from '../env'
import { networkOf } from './networks'

const MINUTE = 60_000
/** From one network, whatever the account: a list of addresses tried with one password each. */
const FROM_NETWORK = { name: 'sign-in/from', tries: 30, windowMs: 15 * MINUTE }
const PER_NETWORK = { name: 'sign-in/network', tries: 5, windowMs: 15 * MINUTE }
const PER_ACCOUNT = { name: 'sign-in/account', tries: 20, windowMs: 60 * MINUTE }
/** Links for a forgotten password, whose account nobody looks at before. */
const LINKS_PER_NETWORK = { name: 'reset/from', tries: 10, windowMs: 60 * MINUTE }
const LINKS_PER_ACCOUNT = { name: 'reset/account', tries: 3, windowMs: 60 * MINUTE }
const SWEPT_AT_ONCE = 10

type Limit = { name: string; tries: number; windowMs: number }

/** Who tries to sign in: the e-mail address in lower case, and the address of the request. */
type Attempt = { email: string; address: string | null }

/**
 * Counts a try to sign in, before the password is looked at: 5 in 15 minutes for an account from
 * one network, 20 in an hour for an account from anywhere, 30 in 15 minutes from one network for
 * whatever accounts. Known and unknown accounts count alike.
 *
 * A try that its network may not make is not counted against the account, so that one network
 * alone cannot keep the owner of the account out for longer than its own share.
 *
 * @returns the minutes to wait, or 0 when the try may go on. When the database does not answer it
 *   throws, and nobody gets in.
 */
export async function countAttempt(attempt: Attempt, now = new Date()): Promise<number> {
  const keys = keysOf(attempt, now)
  return atThreshold({}, async (tx) => {
    const wait =
      (await count(tx, keys.from, FROM_NETWORK, now)) ||
      (await count(tx, keys.network, PER_NETWORK, now)) ||
      (await count(tx, keys.account, PER_ACCOUNT, now))
    await sweep(tx, now)
    return wait
  })
}

/** Takes a try back whose password was right: only wrong ones are to wear the limits down. */
export async function forgiveAttempt(attempt: Attempt, now = new Date()): Promise<void> {
  const keys = keysOf(attempt, now)
  await atThreshold({}, async (tx) => {
    // Row by row in the order of counting: two orders would let tries at once wait for each other.
    await giveBack(tx, keys.from)
    await tx.rateLimit.deleteMany({ where: { key: keys.network } })
    await giveBack(tx, keys.account)
  })
}

async function giveBack(tx: Tx, key: string): Promise<void> {
  await tx.rateLimit.updateMany({
    where: { key, hits: { gt: 0 } },
    data: { hits: { decrement: 1 } },
  })
}

/**
 * Counts a link for a forgotten password that somebody asks for: 10 in an hour from one network, 3 in
 * an hour for an e-mail address, whether it has an account or not.
 *
 * @returns the minutes to wait, or 0 when it may be asked for.
 */
export async function countResetLink(tx: Tx, attempt: Attempt, now: Date): Promise<number> {
  const { email, address } = attempt
  const digest = digestOf(now)
  const wait =
    (await count(tx, digest(LINKS_PER_NETWORK.name, networkOf(address)), LINKS_PER_NETWORK, now)) ||
    (await count(tx, digest(LINKS_PER_ACCOUNT.name, email), LINKS_PER_ACCOUNT, now))
  await sweep(tx, now)
  return wait
}

async function count(tx: Tx, key: string, limit: Limit, now: Date): Promise<number> {
  const { hits, windowEnds } = await countOne(tx, key, limit, now)
  if (hits <= limit.tries) return 0
  return Math.max(1, Math.ceil((windowEnds.getTime() - now.getTime()) / MINUTE))
}

/** Counts one more of what is limited, and says how many there were and when counting begins anew. */
export async function countOne(
  tx: Tx,
  key: string,
  limit: Pick<Limit, 'windowMs'>,
  now: Date,
): Promise<{ hits: number; windowEnds: Date }> {
  const ends = new Date(now.getTime() + limit.windowMs)
  // One statement, so that tries at the same moment, on whatever instance, cannot slip past each other.
  const rows = await tx.$queryRaw<{ hits: number; windowEnds: Date }[]>`
    insert into rate_limit as r (key, hits, window_ends) values (${key}, 1, ${ends})
    on conflict (key) do update set
      hits = case when r.window_ends <= ${now} then 1 else least(r.hits + 1, 1000000) end,
      window_ends = case when r.window_ends <= ${now} then excluded.window_ends else r.window_ends end
    returning hits, window_ends as "windowEnds"`
  const row = rows[0]
  if (!row) throw new Error('A limit was not counted.')
  return row
}

// A few at a time and never one that somebody holds, so that it waits for nobody.
async function sweep(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    delete from rate_limit where key in (
      select key from rate_limit where window_ends <= ${now}
      order by window_ends limit ${SWEPT_AT_ONCE} for update skip locked)`
}

function keysOf({ email, address }: Attempt, now: Date) {
  const digest = digestOf(now)
  return {
    from: digest(FROM_NETWORK.name, networkOf(address)),
    network: digest(PER_NETWORK.name, email, networkOf(address)),
    account: digest(PER_ACCOUNT.name, email),
  }
}

// The key changes with the day (UTC), so that a copy of the table tells nothing about yesterday;
// counting begins anew at midnight, which at worst doubles one window's tries.
function digestOf(now: Date): (...parts: string[]) => string {
  const key = createHmac('sha256', env().secret)
    .update(`limits ${isoDayOf(now)}`)
    .digest()
  return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
