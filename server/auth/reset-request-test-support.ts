import 'server-only'
import { beforeEach } from 'vitest'
import { atThreshold } from '../db'
import type { Posted } from '../mail/due'
import type { Mail } from '../mail/post'
import { useMailServer } from '../mail/test-support'
import { askForResetLink, sendResetLinks } from './forgotten-password'

const MINUTE = 60_000
export const start = new Date('2026-02-13T08:00:00Z')
export const after = (minutes: number) => new Date(start.getTime() + minutes * MINUTE)

let networks = 0
export const network = () => `10.9.${Math.floor(++networks / 250)}.${networks % 250}`
export const ask = (email: string, now = start, address = network()) =>
  askForResetLink({ email, address }, now)
export const waiting = () =>
  atThreshold({}, (tx) => tx.resetRequest.findMany({ orderBy: { at: 'asc' } }))

/** Gives each test of a file a mail server that nobody asks, and no request that waits. */
export function useResetRequests(): void {
  useMailServer()
  beforeEach(async () => {
    await atThreshold({}, (tx) => tx.resetRequest.deleteMany({}))
  })
}

/** Sends what is due, with this answer of the mail server, and gives back what it got. */
export async function sent(now = start, answer: Posted = { state: 'sent' }): Promise<Mail[]> {
  const mails: Mail[] = []
  await sendResetLinks(now, async (mail, handing) => {
    if (!(await handing())) return { state: 'withdrawn' }
    mails.push(mail)
    return answer
  })
  return mails
}
