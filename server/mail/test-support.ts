import { afterAll, beforeEach } from 'vitest'
import { commentSchema } from '@/lib/schemas/comment'
import { changeMailChoice } from '../auth/own-account'
import type { Organizer } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { addComment } from '../comments/mutations'
import { forgetEnv } from '../env'
import { logEntry, memberIn, newWorld, type World } from '../testing/world'
import { mailDue } from './deliver'
import type { Posted } from './due'
import type { Mail } from './post'

const MINUTE = 60_000
export const soon = () => new Date(Date.now() + 1_000)
export const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * MINUTE)
export const emailOf = ({ accountId }: Organizer) => `${accountId}@example.org`

/** Gives each test of a file a mail server that nobody asks, unless the test names another. */
export function useMailServer(): void {
  beforeEach(() => configureMail('smtp://127.0.0.1:1'))
  afterAll(() => configureMail(''))
}

/** Names the mail server, or none. */
export function configureMail(url: string, from = url && 'record@example.org'): void {
  process.env.THROUGHLINE_SMTP_URL = url
  process.env.THROUGHLINE_MAIL_FROM = from
  forgetEnv()
}

/** A workspace with an entry of secret words, and a member who wants mail as it comes. */
export async function withMember(mailWhen: 'never' | 'at_once' | 'daily' = 'at_once') {
  const world = await newWorld()
  const { id } = await logEntry(world.owner, world.campaign, { title: 'Secret title' })
  const member = await memberIn(world.workspaceId, 'editor')
  await changeMailChoice(member, { mailWhen, mailHour: 8 })
  return { world, member, entry: { record: 'entry', id } as const }
}

export type Place = Awaited<ReturnType<typeof withMember>>
export const mention = ({ world, entry }: Place, body = '@A editor, secret words') =>
  addComment(world.owner, entry, commentSchema.parse({ body }))

/** Sends what is due, with this answer of the mail server, and gives back what it got. */
export async function sent(
  { world }: { world: World },
  now = soon(),
  answer: Posted = { state: 'sent' },
) {
  const mails: Mail[] = []
  await mailDue(systemViewer(world.workspaceId), now, async (mail, handing) => {
    if (!(await handing())) return { state: 'withdrawn' }
    mails.push(mail)
    return answer
  })
  return mails
}
