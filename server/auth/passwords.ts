import 'server-only'
import { randomBytes } from 'node:crypto'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { AppError } from '../errors'
import { Turns } from '../turns'
import { isCommonPassword } from './common-passwords'
import { hashInThread, verifyInThread } from './hashing'

// OWASP Password Storage Cheat Sheet: argon2id (the library's default algorithm), 19 MiB, two
// passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Passwords are hashed one after the other, so that a flood of sign-ins takes one core, and may wait. */
export const HASHING = { atOnce: 1, waiting: 40 }
const turns = new Turns(HASHING)

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = await turns.take(async () => ({ result: await work() }))
  if (done) return done.result
  throw new AppError(
    'unavailable',
    'Too many passwords are being checked at this moment. Try again in a few seconds.',
  )
}

/**
 * What is wrong with a password that somebody chooses, as a sentence that says how to mend it, or
 * null. There are no rules of composition (NIST SP 800-63B): length, and nothing well known.
 *
 * @param about words that a guesser would try first: the person's e-mail address, and the name of
 *   the workspace.
 */
export async function passwordTrouble(
  password: string,
  about: { email: string; workspace?: string },
): Promise<string | null> {
  const length = lengthOf(password)
  if (length < PASSWORD_LENGTH.least) {
    return `This password has ${length} characters. Use at least ${PASSWORD_LENGTH.least}; a few unrelated words are easy to remember.`
  }
  if (length > PASSWORD_LENGTH.most) {
    return `A password has at most ${PASSWORD_LENGTH.most} characters. Use a shorter one.`
  }
  if (/[\0\p{Cs}]/u.test(password)) {
    return 'This password has a character that cannot be stored. Type it instead of pasting it.'
  }
  const lower = password.toLowerCase()
  const email = about.email.toLowerCase()
  const words = [email, email.split('@')[0] ?? '', 'throughline']
  if (words.some((word) => word.length >= 4 && lower.includes(word))) {
    return 'This password contains your e-mail name or the name of this program, which a guesser tries first. Use other words.'
  }
  const workspace = (about.workspace ?? '').toLowerCase()
  const known = [workspace, ...workspace.split(/\s+/), ...words, ...email.split(/[@._+-]/)]
  if (await isCommonPassword(password, known.filter(Boolean))) {
    return 'This password is easy to guess: it is well known, repeats itself or follows the keyboard. Use a few unrelated words.'
  }
  return null
}

/**
 * The argon2id hash under which a password is stored, in PHC string format.
 *
 * @throws RangeError for more than 128 characters, before any hashing: it would cost time. AppError
 *   `unavailable` when too many wait already.
 */
export async function hashPassword(password: string): Promise<string> {
  if (lengthOf(password) > PASSWORD_LENGTH.most) throw new RangeError('The password is too long.')
  return inTurn(() => hashInThread(password.normalize('NFC'), COST))
}

/**
 * Whether a password is the one that was stored. Without a stored one the answer is no, after as
 * much work, so that the time does not tell which e-mail addresses have accounts.
 *
 * @throws AppError `unavailable` when too many wait already.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (lengthOf(password) > PASSWORD_LENGTH.most) return false
  const decoy = await decoyHash()
  const right = await inTurn(() => verifyInThread(stored ?? decoy, password.normalize('NFC')))
  return right && stored !== null
}

let decoy: Promise<string> | undefined

// Made for every caller alike, so that the first known address is as slow as the first unknown one.
function decoyHash(): Promise<string> {
  decoy ??= hashInThread(randomBytes(32).toString('base64'), COST).catch((error: unknown) => {
    decoy = undefined
    throw error
  })
  return decoy
}

// Characters as a person counts them, near enough: the same text typed on two systems may differ
// in composition, and NFC takes that away.
function lengthOf(password: string): number {
  if (password.length > 4 * PASSWORD_LENGTH.most) return password.length
  return [...password.normalize('NFC')].length
}
