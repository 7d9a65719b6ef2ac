import type { Details } from '../kinds/define'

/** The roles of members, from the least to the most. */
export const memberRoleLabels = {
  viewer: 'Viewer',
  contributor: 'Contributor',
  editor: 'Editor',
  owner: 'Owner',
} as const
export type MemberRole = keyof typeof memberRoleLabels

/** What each role may do, in a few words. */
export const memberRoleHints: Record<MemberRole, string> = {
  viewer: 'reads what is published',
  contributor: 'proposes entries, which an editor publishes',
  editor: 'publishes, edits everything, makes links',
  owner: 'also decides who is a member',
}

/** What somebody is invited to, in a sentence or two. */
export const invitedAs: Record<MemberRole, string> = {
  viewer: 'You are invited as a viewer. You can read what is published.',
  contributor:
    'You are invited as a contributor. You propose entries, and an editor publishes them.',
  editor: 'You are invited as an editor. You can publish, edit everything and create links.',
  owner: 'You are invited as an owner. You can do everything, and decide who is a member.',
}

/** The words of the domain as a reader sees them, by the value that is stored. */
export const consentLabels = {
  hidden: 'Hidden from shares',
  role_only: 'Role only, no name',
  initials: 'Initials',
  named: 'Named',
} as const
export type Consent = keyof typeof consentLabels

export const appearanceRoleLabels = {
  speaker: 'Speaker',
  organizer: 'Organizer',
  moderator: 'Moderator',
  witness: 'Witness',
  spokesperson: 'Spokesperson',
  lawyer: 'Lawyer',
  official: 'Official',
  reporter: 'Reporter',
} as const
export type AppearanceRole = keyof typeof appearanceRoleLabels

export const organizationKindLabels = {
  company: 'Company',
  division: 'Division',
  agency: 'Agency',
  vendor: 'Vendor',
  union: 'Union',
  advocacy_group: 'Advocacy group',
  media: 'Media',
  other: 'Other',
} as const
export type OrganizationKind = keyof typeof organizationKindLabels

export const campaignRoleLabels = {
  target: 'Target',
  secondary_target: 'Secondary target',
  counterparty: 'Counterparty',
  organizer: 'Organizer',
  ally: 'Ally',
  opponent: 'Opponent',
  press: 'Press',
} as const
export type CampaignRole = keyof typeof campaignRoleLabels

export const campaignStatusLabels = {
  planned: 'Planned',
  active: 'Active',
  paused: 'Paused',
  ended: 'Ended',
} as const
export type CampaignStatus = keyof typeof campaignStatusLabels

/** How a campaign reads a date such as 2/3/2026. */
export const dayOrderLabels = {
  ask: 'Ask each time',
  dmy: 'Day first: 2/3 is 2 March',
  mdy: 'Month first: 2/3 is 3 February',
} as const
export type DayOrderChoice = keyof typeof dayOrderLabels

/** The days on which a week may begin. */
export const weekStartLabels = { monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' } as const
export type WeekStart = keyof typeof weekStartLabels

/** By which customs times are written for a person, with an example. */
export const languageLabels = {
  'en-AU': 'English (Australia): 13 Feb 2026, 3:00 pm',
  'en-CA': 'English (Canada): Feb 13, 2026, 3:00 p.m.',
  'en-IN': 'English (India): 13 Feb 2026, 3:00 pm',
  'en-IE': 'English (Ireland): 13 Feb 2026, 15:00',
  'en-NZ': 'English (New Zealand): 13 Feb 2026, 3:00 pm',
  'en-ZA': 'English (South Africa): 13 Feb 2026, 15:00',
  'en-GB': 'English (United Kingdom): 13 Feb 2026, 15:00',
  'en-US': 'English (United States): Feb 13, 2026, 3:00 PM',
} as const

/** How pages look, as a person chooses it for themselves. */
export const themeLabels = {
  system: 'As the device is set',
  light: 'Light',
  dark: 'Dark',
} as const
export type Theme = keyof typeof themeLabels

export const entryStatusLabels = {
  draft: 'Draft',
  in_review: 'In review',
  published: 'Published',
} as const
export type EntryStatus = keyof typeof entryStatusLabels

export const relationLabels = {
  raises: 'Raises it',
  repeats: 'Repeats it',
  answers: 'Answers it',
} as const
export type DemandRelation = keyof typeof relationLabels

export const stanceLabels = {
  meets: 'Meets it',
  partly_meets: 'Partly meets it',
  refuses: 'Refuses it',
  deflects: 'Deflects',
  gives_no_reply: 'Gives no reply',
} as const
export type Stance = keyof typeof stanceLabels

export const standingLabels = {
  open: 'Open',
  acknowledged: 'Acknowledged',
  in_progress: 'In progress',
  partly_met: 'Partly met',
  met: 'Met',
  refused: 'Refused',
  reversed: 'Reversed',
  withdrawn: 'Withdrawn',
} as const
export type Standing = keyof typeof standingLabels

export const inquiryOutcomeLabels = {
  waiting: 'Waiting',
  did_not_immediately_respond: 'Did not immediately respond',
  declined: 'Declined',
  answered: 'Answered',
} as const
export type InquiryOutcome = keyof typeof inquiryOutcomeLabels

export const sourceKindLabels = {
  news: 'News',
  primary_document: 'Primary document',
  social_post: 'Social post',
  first_hand: 'First hand',
} as const
export type SourceKind = keyof typeof sourceKindLabels

export const claimFieldLabels = { date: 'Date', crowd: 'Crowd size', place: 'Place' } as const
export type ClaimField = keyof typeof claimFieldLabels

export const placePrecisionLabels = {
  exact: 'As written',
  town: 'Town only',
  hidden: 'Hidden from shares',
} as const
export type PlacePrecision = keyof typeof placePrecisionLabels

export const lensLabels = {
  public: 'Public',
  press: 'Press',
  ally: 'Ally',
  member: 'Member',
} as const
export type Lens = keyof typeof lensLabels

/** The keys of a label table, as the non-empty tuple that `z.enum` reads. */
export function keysOf<T extends Record<string, string>>(
  labels: T,
): [keyof T & string, ...(keyof T & string)[]] {
  type Key = keyof T & string
  return Object.keys(labels) as [Key, ...Key[]]
}

/** The stored details of an entry, from the database's JSON, whatever it holds. */
export function detailsFrom(json: unknown): Details {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return {}
  const details: Details = {}
  for (const [name, value] of Object.entries(json as Record<string, unknown>)) {
    if (typeof value === 'string' || typeof value === 'number') details[name] = value
  }
  return details
}
