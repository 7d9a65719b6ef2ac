import 'server-only'
import { isIP } from 'node:net'
import { atThreshold } from '../db'
import { env } from '../env'
import { AppError } from '../errors'
import { hashToken, newToken } from './tokens'

/** For how long somebody may look for their key, in seconds. */
export const CHALLENGE_SECONDS = 5 * 60

/** As whom browsers know this site, and at which origin. */
type RelyingParty = { id: string; origin: string }

/**
 * As whom browsers know this site, from the configured address alone; null where that is one at
 * which they make no passkeys: a bare IP address, or plain http beyond this machine.
 */
export function relyingParty(): RelyingParty | null {
  const { url, secure } = env()
  const { hostname, origin } = url
  if (!secure && hostname !== 'localhost') return null
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? null : { id: hostname, origin }
}

/**
 * The same, for what cannot go on without.
 *
 * @throws AppError `unavailable`.
 */
export function requireRelyingParty(): RelyingParty {
  const party = relyingParty()
  if (party) return party
  throw new AppError(
    'unavailable',
    'Browsers allow passkeys only at an address with a name that begins with https. Ask the operator of this site.',
  )
}

/**
 * Makes a challenge for the browser that will hold the token.
 *
 * @param accountId whose new passkey is to be added; null where somebody signs in.
 */
export async function issueChallenge(
  accountId: string | null,
  now: Date,
): Promise<{ token: string; challenge: string }> {
  const token = newToken()
  const tokenHash = hashToken(token)
  if (!tokenHash) throw new Error('A new token did not look like a token.')
  const challenge = newToken()
  const expiresAt = new Date(now.getTime() + CHALLENGE_SECONDS * 1000)
  await atThreshold({}, async (tx) => {
    await tx.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: now } } })
    await tx.passkeyChallenge.create({ data: { tokenHash, challenge, accountId, expiresAt } })
  })
  return { token, challenge }
}

/**
 * Takes the challenge of a browser. It is gone with the asking, before anybody knows whether the
 * answer is right, so that no answer counts twice.
 *
 * @param accountId as it was issued for.
 * @throws AppError `forbidden` where there is none any more, or it was for something else.
 */
export async function takeChallenge(
  token: string,
  accountId: string | null,
  now: Date,
): Promise<string> {
  const tokenHash = hashToken(token)
  const [taken] = tokenHash
    ? await atThreshold(
        {},
        (tx) => tx.$queryRaw<{ challenge: string; accountId: string | null; expiresAt: Date }[]>`
          delete from passkey_challenge where token_hash = ${tokenHash}
          returning challenge, account_id as "accountId", expires_at as "expiresAt"`,
      )
    : []
  if (taken && taken.accountId === accountId && taken.expiresAt > now) return taken.challenge
  throw new AppError('forbidden', 'This took too long, or was answered already. Try again.')
}

/** The bytes by which a key knows whose it is: the account's id, which says nothing about a person. */
export function userHandle(accountId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex'))
}
