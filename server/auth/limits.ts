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
/** From all browsers together that signed in to an account before. */
const PER_KNOWN = { name: 'sign-in/known', tries: 60, windowMs: 60 * MINUTE }
const PER_BROWSER = { name: 'sign-in/browser', tries: 5, windowMs: 15 * MINUTE }
/** One's own password again, apart from sign-in: whoever tries has a session already. */
const AGAIN_PER_NETWORK = { name: 'again/network', tries: 5, windowMs: 15 * MINUTE }
const AGAIN_PER_ACCOUNT = { name: 'again/account', tries: 20, windowMs: 60 * MINUTE }
/** Links for a forgotten password, whose account nobody looks at before. */
const LINKS_PER_NETWORK = { name: 'reset/from', tries: 10, windowMs: 60 * MINUTE }
const LINKS_PER_ACCOUNT = { name: 'reset/account', tries: 3, windowMs: 60 * MINUTE }
/** Mails to whatever address a member says is theirs. */
const ADDRESS_MAILS = { name: 'address/account', tries: 5, windowMs: 60 * MINUTE }
/** Challenges for a passkey, which anybody may ask for, and each of which is a row for five minutes. */
const CHALLENGES_PER_NETWORK = { name: 'passkey/from', tries: 60, windowMs: 15 * MINUTE }
const SWEPT_AT_ONCE = 10

type Limit = { name: string; tries: number; windowMs: number }

/**
 * Who tries to sign in: the e-mail address in lower case, the address of the request, and the name of a browser
 * that signed in to this very account before.
 */
type SignInAttempt = { email: string; address: string | null; browser?: string | null }
/** The same, or whoever is signed in and confirms their own password. */
type Attempt = SignInAttempt | { accountId: string; address: string | null }
type Counter = { key: string; limit: Limit; forgive: 'all' | 'one' }

/**
 * Counts a try to sign in, before the password is looked at: 5 in 15 minutes for an account from
 * one network, 20 in an hour for an account from anywhere, 30 in 15 minutes from one network for
 * whatever accounts. Known and unknown accounts count alike.
 *
 * A browser that signed in to the account before has 5 tries in 15 minutes of its own, all of them together 60 in
 * an hour, and a person who is
 * signed in has a count of their own to confirm their password: neither waits because strangers guess.
 *
 * A try that its network may not make is not counted against the account, so that one network
 * alone cannot keep the owner of the account out for longer than its own share.
 *
 * @returns the minutes to wait, or 0 when the try may go on. When the database does not answer it
 *   throws, and nobody gets in.
 */
export async function countAttempt(attempt: Attempt, now = new Date()): Promise<number> {
  return (await refusalOf(attempt, now))?.wait ?? 0
}

/**
 * Counts a try in the same way.
 *
 * @returns null when it may go on; else the minutes to `wait`, and whether it is `ofAccount`: because of
 *   tries at this very account, not because of what else its network tried.
 */
export async function refusalOf(
  attempt: Attempt,
  now = new Date(),
): Promise<{ wait: number; ofAccount: boolean } | null> {
  const counters = countersOf(attempt, now)
  return atThreshold({}, async (tx) => {
    let refused: { wait: number; ofAccount: boolean } | null = null
    for (const { key, limit } of counters) {
      const wait = await count(tx, key, limit, now)
      if (wait === 0) continue
      refused = { wait, ofAccount: limit !== FROM_NETWORK }
      break
    }
    await sweep(tx, now)
    return refused
  })
}

/** Takes a try back whose password was right: only wrong ones are to wear the limits down. */
export async function forgiveAttempt(attempt: Attempt, now = new Date()): Promise<void> {
  await atThreshold({}, async (tx) => {
    // Row by row in the order of counting: two orders would let tries at once wait for each other.
    for (const { key, forgive } of countersOf(attempt, now))
      if (forgive === 'one') await giveBack(tx, key)
      else await tx.rateLimit.deleteMany({ where: { key } })
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
export async function countResetLink(tx: Tx, attempt: SignInAttempt, now: Date): Promise<number> {
  const { email, address } = attempt
  const digest = digestOf(now)
  const wait =
    (await count(tx, digest(LINKS_PER_NETWORK.name, networkOf(address)), LINKS_PER_NETWORK, now)) ||
    (await count(tx, digest(LINKS_PER_ACCOUNT.name, email), LINKS_PER_ACCOUNT, now))
  await sweep(tx, now)
  return wait
}

/**
 * Counts a mail to an address that a member wants to sign in with: 5 in an hour for an account.
 *
 * @returns the minutes to wait, or 0 when it may be sent.
 */
export async function countAddressMail(tx: Tx, accountId: string, now: Date): Promise<number> {
  return count(tx, digestOf(now)(ADDRESS_MAILS.name, accountId), ADDRESS_MAILS, now)
}

/**
 * Counts a challenge that somebody asks for to sign in by passkey: 60 in 15 minutes from one network.
 *
 * @returns the minutes to wait, or 0 when it may be asked for.
 */
export async function countChallenge(tx: Tx, address: string | null, now: Date): Promise<number> {
  const key = digestOf(now)(CHALLENGES_PER_NETWORK.name, networkOf(address))
  const wait = await count(tx, key, CHALLENGES_PER_NETWORK, now)
  await sweep(tx, now)
  return wait
}

/** Counts what the audit is to be told once in an hour, and says whether this is the first time in it. */
export async function countNote(tx: Tx, about: string[], now: Date): Promise<boolean> {
  const key = digestOf(now)('note', ...about)
  return (await countOne(tx, key, { windowMs: 60 * MINUTE }, now)).hits === 1
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

function countersOf(attempt: Attempt, now: Date): Counter[] {
  const digest = digestOf(now)
  const counter = (limit: Limit, forgive: Counter['forgive'], ...of: string[]): Counter => ({
    key: digest(limit.name, ...of),
    limit,
    forgive,
  })
  const network = networkOf(attempt.address)
  if ('accountId' in attempt)
    return [
      counter(AGAIN_PER_NETWORK, 'all', attempt.accountId, network),
      counter(AGAIN_PER_ACCOUNT, 'one', attempt.accountId),
    ]
  const { email, browser } = attempt
  if (browser)
    return [counter(PER_BROWSER, 'all', email, browser), counter(PER_KNOWN, 'one', email)]
  return [
    counter(FROM_NETWORK, 'one', network),
    counter(PER_NETWORK, 'all', email, network),
    counter(PER_ACCOUNT, 'one', email),
  ]
}

// The key changes with the day (UTC), so that a copy of the table tells nothing about yesterday;
// counting begins anew at midnight, which at worst doubles one window's tries.
function digestOf(now: Date): (...parts: string[]) => string {
  const key = createHmac('sha256', env().secret)
    .update(`limits ${isoDayOf(now)}`)
    .digest()
  return (...parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}
