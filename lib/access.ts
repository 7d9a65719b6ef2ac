import type { TokenListing } from './tokens'
import type { MemberRole } from './schemas/words'

/** How much a lock-down would end, or has ended. */
export type LockDownCounts = {
  links: number
  sessions: number
  invitations: number
  calendars: number
  tokens: number
  webhooks: number
}

/** What a lock-down ends, line by line; each line stands also where there is nothing to end. */
export function lockDownLines({
  links,
  sessions,
  invitations,
  calendars,
  tokens,
  webhooks,
}: LockDownCounts): string[] {
  const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    of(links, 'share link is paused.', 'share links are paused.'),
    `${of(sessions, 'session of a member ends', 'sessions of members end')}, in other workspaces too: everyone else must sign in again. Only this browser stays signed in.`,
    `${of(invitations, 'open invitation becomes', 'open invitations become')} void, and so does every link for a forgotten password.`,
    of(calendars, 'calendar address stops working.', 'calendar addresses stop working.'),
    of(tokens, 'API token stops working.', 'API tokens stop working.'),
    of(webhooks, 'webhook is deleted.', 'webhooks are deleted.'),
  ]
}

/** Who can get at the workspace's record, and until when. Moments are ISO timestamps. */
export type AccessOverview = {
  members: {
    id: string
    name: string
    role: MemberRole
    /** Browsers that are signed in, and when one was used last; null for none. */
    sessions: number
    seenAt: string | null
    hasCodes: boolean
    passkeys: number
  }[]
  /** Campaigns that only some members can open, beside the owners, with the names of these members. */
  restricted: { id: string; slug: string; title: string; members: { id: string; name: string }[] }[]
  invitations: { id: string; email: string; role: MemberRole; expiresAt: string }[]
  calendars: { id: string; member: string; campaign: string; createdAt: string }[]
  tokens: (TokenListing & { member: string })[]
}
