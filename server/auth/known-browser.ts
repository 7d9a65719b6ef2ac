import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '../env'

/** For how long a browser is known after a sign-in, in seconds. */
export const KNOWN_SECONDS = 365 * 24 * 60 * 60

/** Whose mark it is; with another password every earlier mark is void. */
type Account = { id: string; passwordHash: string }

const MARK = /^([\w-]{22})\.([\w-]{43})$/

/**
 * What a browser keeps after a sign-in: a random name, and the proof that somebody signed in to this
 * account there. Tries from a known browser are counted by its name, so that strangers who guess at
 * the account do not keep its owner out (OWASP calls it a device cookie). It opens nothing, and
 * names neither person nor account.
 */
export function newBrowserMark(account: Account): string {
  const name = randomBytes(16).toString('base64url')
  return `${name}.${proofOf(name, account).toString('base64url')}`
}

/** The name of the browser that brings this mark, or null where it was made for no sign-in to the account. */
export function browserNameIn(mark: string, account: Account): string | null {
  const [, name, proof] = MARK.exec(mark) ?? []
  if (name === undefined || proof === undefined) return null
  const given = Buffer.from(proof, 'base64url')
  const due = proofOf(name, account)
  return given.length === due.length && timingSafeEqual(given, due) ? name : null
}

function proofOf(name: string, { id, passwordHash }: Account): Buffer {
  const key = createHmac('sha256', env().secret).update('known browser').digest()
  return createHmac('sha256', key)
    .update(JSON.stringify([id, passwordHash, name]))
    .digest()
}
