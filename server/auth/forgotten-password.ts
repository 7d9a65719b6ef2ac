import 'server-only'
import { atThreshold } from '../db'
import { env } from '../env'
import { AppError } from '../errors'
import { postMail, type Post } from '../mail/post'
import { countResetLink } from './limits'
import { auditAccount } from './memberships'
import { newResetLink } from './password-reset'

const MINUTE = 60_000
/** How long after each try the next one comes; after the last it is given up: nobody waits any more. */
const PAUSES = [1, 5, 15, 30].map((minutes) => minutes * MINUTE)
/** A try that was cut off before anything was sent is made again after this. */
const LEASE_MS = 3 * MINUTE
const AT_ONCE = 5
/** For so long it is known that one was given up, for the operator. */
const KEPT_MS = 7 * 24 * 60 * MINUTE

/** Whether this site sends mail: links for a forgotten password, and notifications. */
export function sendsMail(): boolean {
  return env().mail !== null
}

/**
 * Keeps that somebody asks for a link to choose a new password. Whether the address has an account is
 * not looked at, so that nobody learns it from the answer or from how long it takes.
 *
 * @param asked the e-mail address in lower case; `address` is the network address of the request.
 * @throws AppError `unavailable` with the minutes to wait after too many, and where no mail is sent.
 */
export async function askForResetLink(
  asked: { email: string; address: string | null },
  now = new Date(),
): Promise<void> {
  if (!sendsMail())
    throw new AppError('unavailable', 'This site sends no mail. Ask an owner or the operator.')
  const wait = await atThreshold({}, async (tx) => {
    const minutes = await countResetLink(tx, asked, now)
    if (minutes === 0)
      await tx.resetRequest.create({ data: { email: asked.email, at: now, dueAt: now } })
    return minutes
  })
  if (wait === 0) return
  const minutes = wait === 1 ? '1 minute' : `${wait} minutes`
  throw new AppError('unavailable', `Too many links requested. Wait ${minutes}, then try again.`)
}

/** Sends all links that were asked for, each at most once, on however many instances. */
export async function sendResetLinks(now = new Date(), post: Post = postMail): Promise<void> {
  const began = Date.now()
  const present = () => new Date(now.getTime() + Date.now() - began)
  for (let at = now; ; at = present()) {
    const due = await claim(at)
    for (const one of due)
      await send(one, { now: at, present }, post).catch((error: unknown) => {
        console.error('A link for a forgotten password could not be sent.', error)
      })
    if (due.length < AT_ONCE) return
  }
}

type Due = { id: string; email: string; tries: number }
type Mine = Omit<Due, 'email'>

async function claim(now: Date): Promise<Due[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  return atThreshold({}, async (tx) => {
    // The app ended while the mail server had it: it may have arrived, and one can ask again.
    await tx.resetRequest.updateMany({
      where: { dueAt: { lte: now }, handedAt: { not: null } },
      data: { dueAt: null, email: '', trouble: 'The app ended while the message was sent.' },
    })
    await tx.resetRequest.updateMany({
      where: { dueAt: { lte: now }, tries: { gt: PAUSES.length } },
      data: { dueAt: null, email: '', trouble: 'Every try to send it failed. The log says why.' },
    })
    return tx.$queryRaw<Due[]>`
      update reset_request set tries = tries + 1, due_at = ${lease}
       where id in (
         select id from reset_request where due_at <= ${now} and handed_at is null
          order by due_at limit ${AT_ONCE} for update skip locked)
      returning id, email, tries`
  })
}

async function send(
  { id, email, tries }: Due,
  { now, present }: { now: Date; present: () => Date },
  post: Post,
): Promise<void> {
  // Whoever waits longer than the lease has lost it to another.
  const mine = { id, tries }
  const url = await linkFor({ id, email }, now)
  if (!url) return forget(mine)
  const text = [
    `Somebody asked for a link to choose a new password for your account at ${env().url.host}.`,
    'If it was you, open this within an hour. It works once.',
    url,
    'If it was not you, do nothing. Your password stays as it is.',
  ]
  const mail = { id, to: email, subject: 'Choose a new password', text: `${text.join('\n\n')}\n` }
  const posted = await post(mail, () => hand(mine, present()))
  if (posted.state === 'sent' || posted.state === 'withdrawn') return forget(mine)
  const pause = posted.state === 'not yet' ? PAUSES[tries - 1] : undefined
  const next =
    pause === undefined ? { dueAt: null, email: '' } : { dueAt: new Date(now.getTime() + pause) }
  const data = { ...next, handedAt: null, trouble: posted.trouble }
  await atThreshold({}, (tx) => tx.resetRequest.updateMany({ where: mine, data }))
}

// A lock-down or a suspension takes the request away, and with it the links: none is made after.
async function linkFor({ id, email }: Omit<Due, 'tries'>, now: Date): Promise<string | null> {
  const account = await atThreshold({}, (tx) =>
    tx.account.findUnique({ where: { email }, select: { id: true } }),
  )
  if (!account) return null
  const accountId = account.id
  return atThreshold({ accountId }, async (tx) => {
    const [asked] = await tx.$queryRaw<{ inAudit: boolean }[]>`
      select in_audit as "inAudit" from reset_request where id = ${id}::uuid for update`
    // Whoever changes the address meanwhile waits for the link, and ends it.
    const theirs = await tx.$queryRaw<unknown[]>`
      select from account where id = ${accountId}::uuid and email = ${email} for share`
    const member = await tx.member.findFirst({
      where: { accountId, removedAt: null },
      select: { id: true },
    })
    if (!asked || theirs.length === 0 || !member) return null
    await tx.passwordReset.deleteMany({ where: { accountId, expiresAt: { lte: now } } })
    const { url } = await newResetLink(tx, { accountId, dropsCodes: false }, now)
    if (asked.inAudit) return url
    // Who asked is not known: it need not be the member.
    await auditAccount(tx, accountId, ['mailedResetLink'], null)
    await tx.resetRequest.updateMany({ where: { id }, data: { inAudit: true } })
    return url
  })
}

async function hand(mine: Mine, now: Date): Promise<boolean> {
  // The answer of a slow server is waited for: until then nobody closes it as cut off.
  const data = { handedAt: now, dueAt: new Date(now.getTime() + LEASE_MS) }
  const { count } = await atThreshold({}, (tx) =>
    tx.resetRequest.updateMany({ where: { ...mine, handedAt: null }, data }),
  )
  return count > 0
}

async function forget(mine: Mine): Promise<void> {
  await atThreshold({}, (tx) => tx.resetRequest.deleteMany({ where: mine }))
}

/** Forgets what was given up a week ago, and what nobody sent because there is no mail server any more. */
export async function sweepResetRequests(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  await atThreshold({}, (tx) => tx.resetRequest.deleteMany({ where: { at: { lt: before } } }))
}

/** How many links for a forgotten password were given up in the last week, and why the last one. */
export async function resetLinksGivenUp(): Promise<{ count: number; trouble: string }> {
  return atThreshold({}, async (tx) => {
    const where = { dueAt: null }
    const last = await tx.resetRequest.findFirst({
      where,
      select: { trouble: true },
      orderBy: { at: 'desc' },
    })
    return { count: await tx.resetRequest.count({ where }), trouble: last?.trouble ?? '' }
  })
}
