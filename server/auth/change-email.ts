import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { atThreshold, type Tx } from '../db'
import { env } from '../env'
import { AppError, isDatabaseError } from '../errors'
import { isUuid } from '../ids'
import { postMail, type Post } from '../mail/post'
import { openToken, sealToken } from '../shares/links/seal'
import { requirePassword } from './change-password'
import { sendsMail } from './forgotten-password'
import { countAddressMail } from './limits'
import { auditAccount } from './memberships'
import type { Organizer } from './viewer'

const DAY_MS = 24 * 60 * 60_000
const PURPOSE = 'throughline new e-mail address 1'
const ID_BYTES = 16

/** What a link to confirm an address says, sealed: nobody who sees it learns the address. */
const sealedSchema = z.strictObject({ email: z.string(), expiresAt: z.number() })

type Account = { id: string; email: string; passwordHash: string | null }

/**
 * Changes the address with which this person signs in. Where this site sends mail, a link goes to
 * the new address first, and it changes when that is used: nobody takes an address that is not
 * theirs, and nobody learns from the answer which addresses have accounts.
 *
 * @param address the network address of the request.
 * @returns whether it changed, or a link was sent.
 * @throws AppError `unavailable` after too many tries or links and where the mail cannot be sent,
 *   `invalid` at `password` for a wrong one and, where no mail is sent, at `email` for an address that
 *   has an account already.
 */
export async function changeOwnEmail(
  viewer: Organizer,
  { email, password }: { email: string; password: string },
  address: string | null,
  now = new Date(),
  post: Post = postMail,
): Promise<'changed' | 'sent'> {
  const { accountId } = viewer
  const former = await requirePassword(viewer, password, address, 'password', now)
  if (email === former) return 'changed'
  if (!sendsMail()) {
    if (await moveTo(accountId, email)) return 'changed'
    throw new AppError('invalid', 'Another account has this address. Give a different one.', [
      'email',
    ])
  }
  await sendLink(accountId, email, now, post)
  return 'sent'
}

async function sendLink(accountId: string, email: string, now: Date, post: Post): Promise<void> {
  const { wait, account, taken } = await atThreshold({ accountId }, async (tx) => ({
    wait: await countAddressMail(tx, accountId, now),
    account: await accountById(tx, accountId),
    taken: (await tx.account.count({ where: { email } })) > 0,
  }))
  if (wait > 0)
    throw new AppError(
      'unavailable',
      `Too many links requested. Wait ${wait === 1 ? '1 minute' : `${wait} minutes`}, then try again.`,
    )
  if (!account) throw deadLink()
  const { host } = env().url
  const text = taken
    ? [
        `Somebody with an account at ${host} wants to sign in with this address, which has an account of its own there. Nothing was changed.`,
        'If it was you, sign in with this address and its own password, or choose another address.',
      ]
    : [
        `Somebody with an account at ${host} wants to sign in with this address.`,
        'If it was you, open this within a day.',
        linkFor(account, email, now),
        'If it was not you, do nothing. Nothing changes.',
      ]
  const subject = 'Confirm your e-mail address'
  const mail = { id: randomUUID(), to: email, subject, text: `${text.join('\n\n')}\n` }
  const posted = await post(mail, () => Promise.resolve(true))
  if (posted.state === 'sent') return
  const trouble = 'trouble' in posted ? ` ${posted.trouble}` : ''
  throw new AppError(
    'unavailable',
    `The link could not be sent, so nothing was changed.${trouble} Try again in a few minutes.`,
  )
}

/** The address that a link is for, or null for a link that cannot be used (any more). */
export async function addressToConfirm(token: string, now = new Date()): Promise<string | null> {
  return (await opened(token, now))?.email ?? null
}

/**
 * Changes the address of an account to the one that the link was sent to. The earlier address is told
 * that it changed, and not to which. It uses the link up, and so do a new password and a new address.
 *
 * @throws AppError `forbidden` for a link that is unknown, used or older than a day, and for whoever is
 *   no member any more; `conflict` for an address that another account has by now.
 */
export async function confirmEmail(
  token: string,
  now = new Date(),
  post: Post = postMail,
): Promise<void> {
  const found = await opened(token, now)
  if (!found) throw deadLink()
  const { account, email } = found
  if (!(await moveTo(account.id, email, account)))
    throw new AppError('conflict', 'Another account has this address by now. Nothing was changed.')
  const text = [
    `The e-mail address of your account at ${env().url.host} was changed. You sign in with the new one from now on.`,
    'If it was not you, tell an owner of your workspace, or the operator of this site.',
  ]
  const subject = 'Your e-mail address was changed'
  const mail = { id: randomUUID(), to: account.email, subject, text: `${text.join('\n\n')}\n` }
  const posted = await post(mail, () => Promise.resolve(true))
  if ('trouble' in posted)
    console.error(`An earlier address could not be told that it changed. ${posted.trouble}`)
}

// With `asOf` only while the account is as it was then.
async function moveTo(accountId: string, email: string, asOf?: Account): Promise<boolean> {
  try {
    await atThreshold({ accountId }, async (tx) => {
      const locked = await tx.$queryRaw<Account[]>`
        select id, email, password_hash as "passwordHash" from account
         where id = ${accountId}::uuid for update`
      const [account] = locked
      if (!account || (asOf && !stateOf(account).equals(stateOf(asOf)))) throw deadLink()
      await tx.resetRequest.deleteMany({ where: { email: account.email } })
      await tx.account.updateMany({ where: { id: accountId }, data: { email } })
      // What was sent to the earlier address opens nothing any more.
      await tx.passwordReset.deleteMany({ where: { accountId } })
      await auditAccount(tx, accountId, ['email'])
    })
    return true
  } catch (error) {
    if (isDatabaseError(error, 'P2002')) return false
    throw error
  }
}

async function opened(
  token: string,
  now: Date,
): Promise<{ account: Account; email: string } | null> {
  const bytes = /^[\w-]{40,800}$/.test(token) ? Buffer.from(token, 'base64url') : Buffer.alloc(0)
  const accountId = bytes
    .subarray(0, ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!isUuid(accountId)) return null
  const account = await atThreshold({ accountId }, (tx) => accountById(tx, accountId))
  if (!account) return null
  const text = openToken(bytes.subarray(ID_BYTES), stateOf(account), env().secret, PURPOSE)
  if (text === null) return null
  const { email, expiresAt } = sealedSchema.parse(JSON.parse(text))
  return expiresAt > now.getTime() ? { account, email } : null
}

function linkFor(account: Account, email: string, now: Date): string {
  const text = JSON.stringify({ email, expiresAt: now.getTime() + DAY_MS })
  const sealed = sealToken(text, stateOf(account), env().secret, PURPOSE)
  const id = Buffer.from(account.id.replaceAll('-', ''), 'hex')
  const token = Buffer.concat([id, sealed]).toString('base64url')
  return new URL(`/confirm-address/${token}`, env().url).href
}

// Sealed with it, a link opens nothing once the address or the password is another: nothing is stored.
function stateOf({ id, email, passwordHash }: Account): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([id, email, passwordHash]))
    .digest()
}

/** An account that is a member somewhere. */
function accountById(tx: Tx, accountId: string): Promise<Account | null> {
  return tx.account.findFirst({
    where: { id: accountId, members: { some: { removedAt: null } } },
    select: { id: true, email: true, passwordHash: true },
  })
}

function deadLink(): AppError {
  return new AppError(
    'forbidden',
    'This link was used, or is older than a day, or your password changed since. Change the address once more.',
  )
}
