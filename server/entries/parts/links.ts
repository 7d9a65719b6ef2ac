import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../../errors'
import { resolveEntry } from '../resolve-entry'
import { cite } from './citations'
import { idOf, type Writing } from './writing'

/**
 * Writes what the entry is to others. A link to an entry that has gone to the trash since the form
 * was opened is left out.
 *
 * @throws AppError `invalid` where it cannot be told which entry is meant.
 */
export async function writeLinks(writing: Writing, rows: EntryInput['links']): Promise<void> {
  const { tx, viewer, entryId } = writing
  for (const [position, row] of rows.entries()) {
    const path = ['links', position]
    const toId = await resolveEntry(tx, viewer, row, [...path, 'entry'])
    if (toId === null) continue
    if (toId === entryId)
      throw new AppError('invalid', 'This is the entry itself. Choose another.', [...path, 'entry'])
    const { relation, note, accordingTo } = row
    const id = idOf(writing, row.id)
    await tx.entryLink.create({
      data: {
        ...{ workspaceId: viewer.workspaceId, id, fromId: entryId, toId },
        ...{ relation, note, accordingTo, position },
      },
    })
    await cite(writing, { linkId: id }, row.source, { exact: '' }, [...path, 'source'])
  }
}
