import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { memberIdOf, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'

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
  | 'calendar_feed'
  | 'workspace'
  | 'member'
  | 'invitation'
  | 'photo'

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
  await tx.revision.create({
    data: {
      workspaceId,
      record,
      recordId,
      version,
      memberId,
      action,
      note: saved.note ?? '',
      changes: json(changes),
      snapshot: json(saved.snapshot ?? saved.after),
    },
  })
  await tx.auditEvent.create({
    data: { workspaceId, memberId, action, record, recordId, fields: Object.keys(changes) },
  })
  await announceChange(tx, workspaceId)
}

/** Keeps who did something to a record that has no versions: a link made or ended, an assessment. */
export async function keepAudit(
  tx: Tx,
  viewer: Viewer,
  action: Saved['action'],
  record: RecordName,
  recordId: string,
  fields: string[] = [],
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      workspaceId: viewer.workspaceId,
      memberId: memberIdOf(viewer),
      action,
      record,
      recordId,
      fields,
    },
  })
  await announceChange(tx, viewer.workspaceId)
}

// Tells every instance that keeps shared pages in memory. The database sends it when the
// transaction commits, once however often it is said, and not at all when it rolls back.
async function announceChange(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`select pg_notify('record_changed', ${workspaceId})`
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
function json(value: Record<string, unknown>): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject
}
