import type { Clock } from './dates/moments'
import { keysOf, themeLabels, type Theme } from './schemas/words'

/** What a person has chosen for all workspaces; an empty first weekday leaves it to the campaign. */
export type AccountSettings = Clock & { theme: Theme; weekStart: string }

/** The theme that a stored word names. */
export function themeOf(word: string): Theme {
  return keysOf(themeLabels).find((theme) => theme === word) ?? 'system'
}

/** Who wrote something, where a workspace does not keep the names of those who deleted their account. */
export const FORMER_MEMBER = 'Former member'

/** What is stored about one person, as they download it. Times are ISO timestamps. */
export type OwnData = {
  account: AccountOwnData
  sessions: {
    device: string
    byPasskey: boolean
    /** Since when notifications come to it by push; nothing where they do not. */
    pushSince: string | null
    signedInAt: string
    seenAt: string
    expiresAt: string
  }[]
  passkeys: { name: string; createdAt: string; usedAt: string | null }[]
  /** What else lets them in, or was asked for by mail, without its secret. */
  waysIn: {
    signInCodes: { createdAt: string; confirmedAt: string | null } | null
    recoveryCodes: { usedAt: string | null }[]
    resetLinks: { expiresAt: string }[]
    resetRequests: { at: string }[]
  }
  workspaces: {
    workspace: string
    role: string
    joinedAt: string
    removedAt: string | null
    /** What they did, newest first; `didBefore` counts what is older than those. */
    did: { at: string; action: string; record: string; recordId: string; fields: string[] }[]
    didBefore: number
    /** What others, or nobody known, did to their membership: roles, suspensions, too many tries. */
    about: { at: string; action: string; fields: string[] }[]
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
    /** When they were notified of a comment, an assignment or a review, and saw it. */
    notified: {
      at: string
      seenAt: string | null
      kind: string
      comment: string | null
      assignment: string | null
      entry: string | null
    }[]
    /** When mail or a push about that was to go out to them, and did, in the last month. */
    messages: { channel: string; plannedAt: string; sentAt: string | null }[]
    /** Programs that may act as them, without the token. */
    tokens: {
      id: string
      name: string
      scope: string
      everyCampaign: boolean
      campaignIds: string[]
      createdAt: string
      expiresAt: string
      usedAt: string | null
      endedAt: string | null
    }[]
    /** Their addresses for calendars, without the secret. */
    calendars: { id: string; campaignId: string; createdAt: string; endedAt: string | null }[]
    restrictedCampaigns: { campaignId: string; since: string }[]
    /** Invitations to their address. */
    invitations: {
      id: string
      role: string
      createdAt: string
      expiresAt: string
      usedAt: string | null
    }[]
    /** Filters that they keep under a name. */
    filters: { id: string; campaignId: string; name: string; createdAt: string }[]
    /** Entries they logged that are drafts or wait for review. */
    unpublished: {
      id: string
      campaignId: string
      status: string
      createdAt: string
      trashedAt: string | null
    }[]
    /** What they did to many records at once, and whether it was taken back. */
    couldTakeBack: {
      id: string
      kind: string
      record: string
      at: string
      undoneAt: string | null
    }[]
  }[]
  /** What is stored and not in this file, with the reason. */
  notHere: { what: string; why: string }[]
}

/** A value as JSON has it: times are text. */
export type InText<T> = T extends Date
  ? string
  : T extends object
    ? { [K in keyof T]: InText<T[K]> }
    : T

type AccountOwnData = {
  email: string
  name: string
  createdAt: string
  theme: string
  language: string
  timeZone: string
  weekStart: string
  unwantedNotifications: string[]
  unpushedNotifications: string[]
  mailWhen: string
  mailHour: number
}
