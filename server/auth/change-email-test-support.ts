import 'server-only'
import { atThreshold } from '../db'
import type { Mail } from '../mail/post'
import { changeOwnEmail, confirmEmail } from './change-email'
import { hashPassword } from './passwords'
import { GOOD_PASSWORD } from './test-support'
import type { Organizer } from './viewer'

/** Gives a test member the password by which they confirm what they do. */
export async function withPassword<M extends { accountId: string }>(viewer: M): Promise<M> {
  const passwordHash = await hashPassword(GOOD_PASSWORD)
  const { accountId } = viewer
  await atThreshold({ accountId }, (tx) =>
    tx.account.updateMany({ where: { id: accountId }, data: { passwordHash } }),
  )
  return viewer
}

/** Asks for another address, and says what was mailed for it. */
export async function askToMove(
  viewer: Organizer,
  email: string,
  now = new Date(),
  address: string | null = null,
): Promise<{ done: 'changed' | 'sent'; mails: Mail[]; token: string }> {
  const mails: Mail[] = []
  const done = await changeOwnEmail(
    viewer,
    { email, password: GOOD_PASSWORD },
    address,
    now,
    (mail) => {
      mails.push(mail)
      return Promise.resolve({ state: 'sent' })
    },
  )
  const token = /\/confirm-address\/(\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
  return { done, mails, token }
}

/** Opens such a link, and says what was mailed then. */
export async function confirm(token: string, now = new Date()): Promise<Mail[]> {
  const mails: Mail[] = []
  await confirmEmail(token, now, (mail) => {
    mails.push(mail)
    return Promise.resolve({ state: 'sent' })
  })
  return mails
}
