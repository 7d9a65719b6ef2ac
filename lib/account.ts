import { keysOf, themeLabels, type Theme } from './schemas/words'

/** What a person has chosen for all workspaces; an empty first weekday leaves it to the campaign. */
export type AccountSettings = { theme: Theme; timeZone: string; weekStart: string }

/** The theme that a stored word names. */
export function themeOf(word: string): Theme {
  return keysOf(themeLabels).find((theme) => theme === word) ?? 'system'
}

/** Who wrote something, where a workspace does not keep the names of those who deleted their account. */
export const FORMER_MEMBER = 'Former member'

/** What is stored about one person, as they download it. Times are ISO timestamps. */
export type OwnData = {
  account: AccountOwnData
  sessions: { device: string; signedInAt: string; seenAt: string; expiresAt: string }[]
  passkeys: { name: string; createdAt: string; usedAt: string | null }[]
  workspaces: {
    workspace: string
    role: string
    joinedAt: string
    removedAt: string | null
    /** What they did, newest first; `didBefore` counts what is older than those. */
    did: { at: string; action: string; record: string; recordId: string; fields: string[] }[]
    didBefore: number
    /** When they looked at each campaign last. */
    visited: { at: string; campaignId: string }[]
    /** What they noted beside a save, for members alone. */
    said: { at: string; record: string; recordId: string; note: string }[]
    /** Their comments, each once for every time they wrote or changed it, newest first. */
    commented: {
      at: string
      comment: string
      record: string
      recordId: string
      about: string
      body: string
      deletedAt: string | null
    }[]
    /** What they were asked to see to, and until which day. */
    assigned: {
      at: string
      assignment: string
      record: string
      recordId: string
      dueOn: string | null
    }[]
    /** When they were notified of a comment or an assignment, and saw it. */
    notified: {
      at: string
      seenAt: string | null
      kind: string
      comment: string | null
      assignment: string | null
    }[]
    /** When mail about that was to go out to them, and did, in the last month. */
    mailed: { plannedAt: string; sentAt: string | null }[]
  }[]
}

type AccountOwnData = {
  email: string
  name: string
  createdAt: string
  theme: string
  timeZone: string
  weekStart: string
  unwantedNotifications: string[]
  mailWhen: string
  mailHour: number
}
