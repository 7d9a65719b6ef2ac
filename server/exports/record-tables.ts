import 'server-only'
import type { NotInRecord } from '@/lib/exports/not-in-record'

/** One table of a record file: its rows stand in a list, each with the rows that are its parts. */
export type RecordTable = {
  table: string
  /** The column that holds the id of the row whose part it is. */
  of?: string
  parts?: Record<string, RecordTable>
  /** Columns that are not in the file, beside the workspace, members, and the column `of`. */
  omit?: readonly string[]
}

const citations = (of: string): RecordTable => ({
  table: 'citation',
  of,
  // A citation carries one thing: where it stands in the file says which.
  omit: [
    ...['entry_id', 'quote_id', 'claim_id', 'assessment_id', 'link_id'],
    ...['dispute_id', 'reply_id'],
  ],
})

const disputes = (of: string): RecordTable => ({
  table: 'dispute',
  of,
  omit: ['entry_id', 'quote_id', 'assessment_id'],
  parts: { citations: citations('dispute_id') },
})

/**
 * What a record file holds, list by list: each names only what stands in a list before it, or in its
 * own. A column that is added to one of these tables is in the file without a word here.
 */
export const recordTables = {
  organizations: { table: 'organization' },
  people: {
    table: 'person',
    parts: { formerNames: { table: 'former_name', of: 'person_id' } },
  },
  sources: {
    table: 'source',
    // Follows from what cites it.
    omit: ['confined_to'],
    parts: { pictures: { table: 'source_picture', of: 'source_id' } },
  },
  campaigns: {
    table: 'campaign',
    parts: {
      organizations: { table: 'campaign_organization', of: 'campaign_id' },
      savedFilters: { table: 'saved_filter', of: 'campaign_id' },
      // Who its members are stays here: restored elsewhere it is open to owners alone.
      restriction: { table: 'campaign_restriction', of: 'campaign_id' },
    },
  },
  demands: {
    table: 'demand',
    parts: {
      versions: { table: 'demand_version', of: 'demand_id' },
      targets: { table: 'demand_target', of: 'demand_id' },
      counterparties: { table: 'demand_counterparty', of: 'demand_id' },
    },
  },
  entries: {
    table: 'entry',
    // A check is by a member of this installation, who is not in the file.
    omit: ['checked_by', 'checked_on', 'checked_version'],
    parts: {
      organizations: { table: 'entry_organization', of: 'entry_id' },
      appearances: {
        table: 'appearance',
        of: 'entry_id',
        parts: {
          quotes: {
            table: 'quote',
            of: 'appearance_id',
            omit: ['checked_by', 'checked_on'],
            parts: {
              citations: citations('quote_id'),
              disputes: disputes('quote_id'),
              demands: { table: 'quote_demand', of: 'quote_id' },
            },
          },
        },
      },
      demands: { table: 'entry_demand', of: 'entry_id' },
      claims: {
        table: 'claim',
        of: 'entry_id',
        parts: { citations: citations('claim_id') },
      },
      citations: citations('entry_id'),
      disputes: disputes('entry_id'),
      replies: {
        table: 'entry_reply',
        of: 'entry_id',
        parts: { citations: citations('reply_id') },
      },
      photos: {
        table: 'photo',
        of: 'entry_id',
        omit: ['file_key', 'hashes', 'removed_at', 'swept_at'],
      },
    },
  },
  assessments: {
    table: 'assessment',
    omit: ['decided_by', 'checked_by', 'checked_on'],
    parts: { citations: citations('assessment_id'), disputes: disputes('assessment_id') },
  },
  links: { table: 'entry_link', parts: { citations: citations('link_id') } },
  inquiries: {
    table: 'inquiry',
    parts: {
      recipients: { table: 'inquiry_recipient', of: 'inquiry_id' },
      updates: { table: 'inquiry_update', of: 'inquiry_id' },
    },
  },
  followUps: { table: 'follow_up' },
  plans: {
    table: 'plan',
    // Which member does what is an assignment, which stays here; who is named is in the file.
    parts: {
      organizations: { table: 'plan_organization', of: 'plan_id' },
      demands: { table: 'plan_demand', of: 'plan_id' },
      moves: { table: 'plan_move', of: 'plan_id' },
      roles: { table: 'plan_role', of: 'plan_id' },
      tasks: { table: 'plan_task', of: 'plan_id' },
    },
  },
} as const satisfies Record<string, RecordTable>

export type RecordList = keyof typeof recordTables

/** The lists of a record file in their order. */
export function recordLists(): [RecordList, RecordTable][] {
  return Object.entries(recordTables) as [RecordList, RecordTable][]
}

/** The tables that are not part of a record. */
export const notInRecord = {
  members: [
    ...['account', 'session', 'member', 'invitation', 'setup_token'],
    ...['second_step', 'recovery_code', 'pending_sign_in', 'password_reset'],
    'reset_request',
    ...['api_token', 'api_answer', 'passkey', 'passkey_challenge'],
    ...['campaign_member', 'push_subscription'],
  ],
  seen: ['campaign_visit', 'notification', 'notification_message'],
  assignments: ['assignment'],
  comments: ['comment', 'comment_text'],
  history: ['revision', 'audit_event', 'undoable_change'],
  imports: ['import', 'imported_row', 'saved_mapping'],
  // Their secrets are this installation’s.
  links: [
    ...['share_link', 'share_revocation', 'share_revival', 'share_view', 'share_edition'],
    ...['calendar_feed', 'webhook', 'webhook_message'],
  ],
  // Only this installation’s key can read them.
  withheld: ['erased_name', 'name_decision'],
  settings: ['workspace'],
  // Made again from the rest.
  derived: ['search_document', 'search_word', 'search_due', 'entry_tally'],
  installation: ['epoch', 'rate_limit', 'request_key'],
} as const satisfies Record<NotInRecord, readonly string[]>
