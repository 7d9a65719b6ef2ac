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
  pushes: number
}

/** What a lock-down ends, line by line; each line stands also where there is nothing to end. */
export function lockDownLines({
  links,
  sessions,
  invitations,
  calendars,
  tokens,
  webhooks,
  pushes,
}: LockDownCounts): string[] {
  const of = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    of(links, 'share link is paused.', 'share links are paused.'),
    `${of(sessions, 'session of a member ends', 'sessions of members end')}, in other workspaces too: everyone else must sign in again. Only this browser stays signed in.`,
    `${of(invitations, 'open invitation becomes', 'open invitations become')} void, and so does every link for a forgotten password.`,
    of(calendars, 'calendar address stops working.', 'calendar addresses stop working.'),
    of(tokens, 'API token stops working.', 'API tokens stop working.'),
    of(webhooks, 'webhook is deleted.', 'webhooks are deleted.'),
    of(pushes, 'browser no longer shows notifications.', 'browsers no longer show notifications.'),
  ]
}

/** Who can get at the workspace's record, and until when. Moments are ISO timestamps. */
export type AccessOverview = {
  members: {
    id: string
    name: string
    role: MemberRole
    /** Whether an owner took all rights from them for a while; they keep their role for then. */
    suspended: boolean
    /** Until when a link opens by which a new password is chosen; null where there is none. */
    resetUntil: string | null
    /** Browsers that are signed in, in a few words, the one used last first; and how many there are. */
    devices: { id: string; device: string; seenAt: string; expiresAt: string }[]
    sessions: number
    /** Browsers that are told of notifications by push. */
    pushes: number
    hasCodes: boolean
    passkeys: number
  }[]
  /** Campaigns that only some members can open, beside the owners, with the names of these members. */
  restricted: { id: string; slug: string; title: string; members: { id: string; name: string }[] }[]
  invitations: { id: string; email: string; role: MemberRole; expiresAt: string }[]
  calendars: { id: string; member: string; campaign: string; createdAt: string }[]
  tokens: (TokenListing & { member: string })[]
}
