import { isKeyOf } from '../keys'
import { z } from 'zod'
import { writeCsv } from '../formats/csv'

/** What was done, as the audit names it, in words. */
export const auditActionLabels = {
  create: 'Created',
  update: 'Changed',
  publish: 'Published',
  send_back: 'Sent back',
  assess: 'Assessed',
  trash: 'Moved to the trash',
  restore: 'Restored',
  purge: 'Erased',
  revoke: 'Revoked',
  remove: 'Removed',
  merge: 'Merged',
  unmerge: 'Merge undone',
  revert: 'Went back to an earlier version',
  sign_in: 'Signed in',
  export: 'Downloaded',
  limit: 'Too many tries',
  refuse: 'Refused',
} as const
type AuditAction = keyof typeof auditActionLabels

/** The kinds of record that the audit tells of. */
export const auditRecordLabels = {
  entry: 'Entry',
  demand: 'Demand',
  assessment: 'Standing',
  inquiry: 'Inquiry',
  follow_up: 'Follow-up',
  plan: 'Plan',
  comment: 'Comment',
  source: 'Source',
  organization: 'Organization',
  person: 'Person',
  photo: 'Photo',
  campaign: 'Campaign',
  share: 'Link',
  calendar_feed: 'Calendar address',
  member: 'Member',
  invitation: 'Invitation',
  import: 'Import',
  saved_mapping: 'Saved mapping',
  api_token: 'API token',
  webhook: 'Webhook',
  workspace: 'Workspace',
} as const
type AuditRecord = keyof typeof auditRecordLabels

const FIELD_LABELS: Record<string, string> = {
  secondStep: 'sign-in codes',
  recoveryCodes: 'recovery codes',
  resetLink: 'link for a forgotten password',
  mailedResetLink: 'mailed link for a forgotten password',
  mailed: 'mailed',
  lockDown: 'lock-down',
  requiresCodes: 'whether codes are required',
  keepsNames: 'names of former members',
  mailQuotes: 'what mail says about notifications',
  cards: 'previews in chats',
  named: 'whether readers see who publishes the record',
  publisherName: 'name for readers',
  publisherAbout: 'line about the group for readers',
  publisherContact: 'address for readers',
  publisherCorrections: 'address for corrections',
  publisherLicence: 'licence of the text',
  email: 'e-mail address',
  paused: 'paused',
  resumed: 'resumed',
  keptBy: 'who manages it',
  passwordSet: 'password set',
  passwordRemoved: 'password removed',
  restricted: 'who can open it',
  members: 'members who can open it',
  campaigns: 'restricted campaigns they can open',
  signIn: 'tries to sign in',
  ownPassword: 'tries at their own password',
  signInCode: 'tries with sign-in codes',
  linkPassword: 'tries at the link’s password',
  invitation: 'tries to accept an invitation',
  otherSite: 'something sent in their browser, but not by a page of this site',
  passkey: 'by passkey',
  ownData: 'what is stored about them',
  audit: 'the audit',
  backup: 'an encrypted backup of everything',
  plot: 'a plot',
  rowsToFix: 'rows to fix',
}

/** Stands for a member where no member did it. */
export const NO_MEMBER = 'none'

/** Which events are asked for; days are of UTC. */
export type AuditFilter = {
  /** A member's id, or NO_MEMBER. */
  member?: string | undefined
  action?: AuditAction | undefined
  record?: AuditRecord | undefined
  from?: string | undefined
  to?: string | undefined
}

const word = z.string().max(100)
const keyIn = <T extends object>(labels: T) =>
  word.refine((text): text is keyof T & string => isKeyOf(labels, text))

/** Reads a filter from an address; what is not one is left out. */
export function readAuditFilter(query: Record<string, string | string[] | undefined>): AuditFilter {
  const part = <T extends z.ZodType>(name: string, schema: T): z.output<T> | undefined => {
    const parsed = schema.safeParse(query[name])
    return parsed.success ? parsed.data : undefined
  }
  return {
    member: part('member', z.union([z.uuid(), z.literal(NO_MEMBER)])),
    action: part('action', keyIn(auditActionLabels)),
    record: part('record', keyIn(auditRecordLabels)),
    from: part('from', z.iso.date()),
    to: part('to', z.iso.date()),
  }
}

/** A filter as the parameters of an address. */
export function auditParams(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}

/** One thing that was done. `by` is null where no member did it; `what` names the record where it can. */
export type AuditEvent = {
  id: string
  /** ISO timestamp. */
  at: string
  by: string | null
  /** The name of the token by which a program did it; empty for a person's own hand. */
  token: string
  action: string
  record: string
  recordId: string
  what: string
  /** The record's page, where it has one. */
  href?: string
  fields: string[]
}

type Deed = Pick<AuditEvent, 'by' | 'action' | 'fields'>

/** Who did it, in words. */
export function auditBy(event: Deed): string {
  return event.by ?? BY_NOBODY[whoElse(event)]
}

const BY_NOBODY = { unknown: 'Unknown', program: 'Throughline itself', operator: 'The operator' }

/** Who did what no member did. */
function whoElse({ action, fields }: Deed): keyof typeof BY_NOBODY {
  // Whoever tries too often, is refused, or asks for a link to a forgotten password may be anybody.
  if (action === 'limit' || action === 'refuse' || fields.includes('mailedResetLink'))
    return 'unknown'
  // The trash is emptied by the day, and pictures in no entry are swept away.
  if (action === 'purge' || fields.includes('files')) return 'program'
  return 'operator'
}

/** What was done, in words. */
export function auditAction(action: string): string {
  return isKeyOf(auditActionLabels, action) ? auditActionLabels[action] : action
}

/** What sort of record it was done to, in words. */
export function auditRecord(record: string): string {
  return isKeyOf(auditRecordLabels, record) ? auditRecordLabels[record] : record
}

/** The names of changed fields, in words: `privateNote` is `private note`. */
export function auditFields(fields: readonly string[]): string {
  return fields
    .map(
      (field) =>
        FIELD_LABELS[field] ?? field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`),
    )
    .join(', ')
}

/** Events as CSV, with the names by which programs know them. */
export function auditCsv(events: readonly AuditEvent[]): string {
  return writeCsv([
    ['at', 'by', 'action', 'record', 'record_id', 'name', 'fields', 'token'],
    ...events.map((event) => {
      const { at, by, action, record, recordId, what, fields, token } = event
      const who = by ?? `(${whoElse(event)})`
      return [at, who, action, record, recordId, what, fields.join(' '), token]
    }),
  ])
}
