import 'server-only'
import type { EntryInput } from '@/lib/schemas/entry'
import { AppError } from '../../errors'
import { entriesVisibleTo } from '../../policy'
import { cite } from './citations'
import { idOf, type Writing } from './writing'

type Row = EntryInput['links'][number]

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
    const toId = await entryMeant(writing, row, [...path, 'entry'])
    if (toId === null) continue
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

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

// What is written counts before what was once chosen: without script the two are changed apart.
async function entryMeant(
  { tx, viewer, entryId }: Writing,
  { entry, entryId: chosen }: Row,
  path: PropertyKey[],
): Promise<string | null> {
  const visible = entriesVisibleTo(viewer)
  const at = (id: string) =>
    tx.entry.findFirst({ where: { AND: [visible, { id }] }, select: { id: true, title: true } })
  const titled = () =>
    tx.entry.findMany({
      where: { AND: [visible, { title: { equals: entry, mode: 'insensitive' } }] },
      select: { id: true, title: true },
      take: 2,
    })
  const known = chosen ? await at(chosen) : null
  const named = known?.title === entry ? [known] : await titled()
  const address = UUID.exec(entry)?.[0]
  const meant =
    (named.length === 1 ? named[0] : null) ?? known ?? (address ? await at(address) : null)
  if (meant?.id === entryId)
    throw new AppError('invalid', 'This is the entry itself. Choose another.', path)
  if (meant) return meant.id
  if (chosen) return null
  const trouble = named.length > 1 ? 'Several entries have this title.' : 'No entry has this title.'
  throw new AppError(
    'invalid',
    `${trouble} Choose one of those offered, or paste its address.`,
    path,
  )
}
