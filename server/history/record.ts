import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { memberIdOf, tokenNameOf, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { newId } from '../ids'

/** The records that have revisions. */
export type RecordName =
  | 'campaign'
  | 'organization'
  | 'person'
  | 'entry'
  | 'demand'
  | 'source'
  | 'share'
  | 'assessment'
  | 'inquiry'
  | 'follow_up'
  | 'plan'
  | 'comment'
  | 'calendar_feed'
  | 'workspace'
  | 'member'
  | 'invitation'
  | 'photo'
  | 'import'
  | 'saved_mapping'
  | 'api_token'
  | 'webhook'

/** What was done to a record, as the audit and its history name it. */
type WriteAction =
  | 'create'
  | 'update'
  | 'trash'
  | 'restore'
  | 'purge'
  | 'publish'
  | 'send_back'
  | 'assess'
  | 'revoke'
  | 'remove'
  | 'merge'
  | 'unmerge'
  | 'revert'

/** What a save is called in the history, where it is more than an edit. */
export type Saving = { action?: WriteAction; note?: string }

type Saved = {
  record: RecordName
  recordId: string
  version: number
  action: WriteAction
  before: Record<string, unknown>
  after: Record<string, unknown>
  /** The whole new state, where it is more than `after` compares. */
  snapshot?: Record<string, unknown>
  /** What the member said to it, for members alone. */
  note?: string
}

/**
 * Keeps what a write changed: a revision with both values of each changed field and the whole new
 * state, and an audit event with the field names alone. Part of the write's own transaction.
 */
export async function keepRevision(tx: Tx, viewer: Viewer, saved: Saved): Promise<void> {
  const changes = differences(saved.before, saved.after)
  const { workspaceId } = viewer
  const memberId = memberIdOf(viewer)
  const { record, recordId, version, action } = saved
  const [changed, whole] = [json(changes), json(saved.snapshot ?? saved.after)]
  // One statement for all three: every save waits for this, and a long one for many of them.
  await tx.$executeRaw`
    with kept as (
      insert into revision (workspace_id, id, at, record, record_id, version, member_id, action, note, changes, snapshot)
      values (${workspaceId}::uuid, ${newId()}::uuid, clock_timestamp(), ${record}, ${recordId}::uuid, ${version}, ${memberId}::uuid,
              ${action}, ${saved.note ?? ''}, ${changed}::jsonb, ${whole}::jsonb)
    ), audited as (
      insert into audit_event (workspace_id, id, at, member_id, token, action, record, record_id, fields)
      values (${workspaceId}::uuid, ${newId()}::uuid, clock_timestamp(), ${memberId}::uuid, ${tokenNameOf(viewer)}, ${action}, ${record}, ${recordId}::uuid,
              ${Object.keys(changes)}::text[]))
    select ${announced(workspaceId)}`
}

/**
 * Keeps what made many records of one kind, in one statement: for each its first revision and its
 * audit event.
 */
export async function keepFirstRevisions(
  tx: Tx,
  viewer: Viewer,
  record: RecordName,
  made: readonly Pick<Saved, 'recordId' | 'after' | 'snapshot'>[],
): Promise<void> {
  if (made.length === 0) return
  const { workspaceId } = viewer
  const memberId = memberIdOf(viewer)
  const rows = made.map(({ recordId, after, snapshot }) => {
    const changes = differences({}, after)
    return {
      ...{ id: newId(), audit: newId(), record_id: recordId, fields: Object.keys(changes) },
      ...{ changes, snapshot: snapshot ?? after },
    }
  })
  await tx.$executeRaw`
    with row as (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(id uuid, audit uuid, record_id uuid, fields text[], changes jsonb, snapshot jsonb)
    ), kept as (
      insert into revision (workspace_id, id, at, record, record_id, version, member_id, action, note, changes, snapshot)
      select ${workspaceId}::uuid, id, clock_timestamp(), ${record}, record_id, 1, ${memberId}::uuid,
             'create', '', changes, snapshot from row
    ), audited as (
      insert into audit_event (workspace_id, id, at, member_id, token, action, record, record_id, fields)
      select ${workspaceId}::uuid, audit, clock_timestamp(), ${memberId}::uuid, ${tokenNameOf(viewer)}, 'create', ${record}, record_id, fields
        from row)
    select ${announced(workspaceId)}`
}

type Audited =
  | [
      action: Exclude<WriteAction, 'update'>,
      record: RecordName,
      recordId: string,
      fields?: string[],
    ]
  // “Changed” alone says nothing.
  | [action: 'update', record: RecordName, recordId: string, fields: string[]]

/** Keeps who did something to a record that has no versions: a link made or ended, an assessment. */
export async function keepAudit(
  tx: Tx,
  viewer: Viewer,
  ...[action, record, recordId, fields = []]: Audited
): Promise<void> {
  await tx.$executeRaw`
    with audited as (
      insert into audit_event (workspace_id, id, at, member_id, token, action, record, record_id, fields)
      values (${viewer.workspaceId}::uuid, ${newId()}::uuid, clock_timestamp(), ${memberIdOf(viewer)}::uuid, ${tokenNameOf(viewer)}, ${action}, ${record},
              ${recordId}::uuid, ${fields}::text[]))
    select ${announced(viewer.workspaceId)}`
}

// Tells every instance that keeps shared pages in memory. The database sends it when the
// transaction commits, once however often it is said, and not at all when it rolls back.
function announced(workspaceId: string): Prisma.Sql {
  return Prisma.sql`pg_notify('record_changed', ${workspaceId})`
}

type Change = { from: unknown; to: unknown }

/** The fields whose values differ, each with both; values are compared as the JSON that is kept. */
function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, Change> {
  const changes: Record<string, Change> = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const from = before[field] ?? null
    const to = after[field] ?? null
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field] = { from, to }
  }
  return changes
}

// What goes through JSON is what is kept: dates become text, and what is undefined disappears.
function json(value: Record<string, unknown>): string {
  return JSON.stringify(value)
}
