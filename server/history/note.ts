import 'server-only'
import type { Tx } from '../db'
import { newId } from '../ids'
import type { RecordName } from './record'

/** What happened that changes no record, as the audit names it. */
type NoteAction = 'sign_in' | 'export' | 'limit' | 'refuse'

type Note = {
  workspaceId: string
  /** Who did it; nothing for the operator, and where nobody knows. */
  memberId: string | null
  /** The name of the token by which a program did it. */
  token?: string
  action: NoteAction
  record: RecordName
  recordId: string
  fields?: string[]
}

/**
 * Notes in the audit what changes no record. Unlike a write it makes nothing stale that is kept of the
 * workspace: it names the first of all transactions in place of its own.
 */
export async function keepNote(tx: Tx, note: Note): Promise<void> {
  const { workspaceId, memberId, token = '', action, record, recordId, fields = [] } = note
  await tx.$executeRaw`
    insert into audit_event (workspace_id, id, at, member_id, token, action, record, record_id, fields, transaction_id)
    values (${workspaceId}::uuid, ${newId()}::uuid, clock_timestamp(), ${memberId}::uuid, ${token}, ${action},
            ${record}, ${recordId}::uuid, ${fields}::text[], '3'::xid8)`
}
