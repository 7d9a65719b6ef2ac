import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../../errors'
import { insertRows, type Row } from '../../insert-rows'
import { cite } from './citations'
import { idOf, owner, type Writing } from './writing'

/** Writes who disputes the entry or one of its quotes, and why. */
export async function writeDisputes(
  writing: Writing,
  of: { entryId: string } | { quoteId: string },
  rows: EntryInput['disputes'],
  path: PropertyKey[],
): Promise<void> {
  const disputes: Row[] = []
  for (const [position, { id, reason, saidBy, source }] of rows.entries()) {
    const disputeId = idOf(writing, id)
    disputes.push({
      ...{ workspaceId: writing.viewer.workspaceId, id: disputeId, ...of },
      ...{ reason, saidBy, position },
    })
    await cite(writing, { disputeId }, source, { exact: '' }, [...path, position, 'source'])
  }
  await insertRows(writing.tx, 'dispute', disputes)
}

/**
 * Writes what organizations themselves say to the entry.
 *
 * @throws AppError `invalid` for a statement without a source.
 */
export async function writeReplies(writing: Writing, rows: EntryInput['replies']): Promise<void> {
  const replies: Row[] = []
  for (const [position, row] of rows.entries()) {
    const replyId = idOf(writing, row.id)
    const { date, text: said, source, prefix, suffix } = row
    replies.push({
      ...{ ...owner(writing), id: replyId, position, said },
      organizationId: await writing.named.organization(row.organization),
      ...{ edtf: date.edtf, firstDay: date.firstDay, lastDay: date.lastDay },
    })
    const path = ['replies', position, 'source']
    const passage = { exact: said, prefix, suffix }
    if ((await cite(writing, { replyId }, source, passage, path)) === null)
      throw new AppError('invalid', 'Choose where this statement stands.', path)
  }
  await insertRows(writing.tx, 'entry_reply', replies)
}
