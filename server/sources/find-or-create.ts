import 'server-only'
import type { SourceKind } from '@/lib/schemas/words'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { keepRevision } from '../history/record'

/** A source to cite: one that is known by id, or what a new one is called. */
export type CitedSource = {
  source?: string | undefined
  title?: string
  url?: string
  publisher?: string
  kind?: SourceKind
}

/**
 * The source that a citation names: by id, else by its web address, else by title and publisher;
 * made if there is none. What is already known of it is left as it is.
 *
 * @param path of the row in the input, for the message.
 * @returns its id.
 * @throws AppError `invalid` at `source` for an id that is missing or in the trash, and at `title`
 *   where neither is given.
 */
export async function citationSource(
  tx: Tx,
  viewer: Viewer,
  { source, title = '', url = '', publisher = '', kind = 'news' }: CitedSource,
  path: PropertyKey[] = [],
): Promise<string> {
  const same = source
    ? { id: source }
    : url !== ''
      ? { url }
      : {
          title: { equals: title, mode: 'insensitive' as const },
          publisher: { equals: publisher, mode: 'insensitive' as const },
        }
  const found = await tx.source.findFirst({
    where: { trashedAt: null, ...same },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  if (found) return found.id
  if (source)
    throw new AppError('invalid', 'This source is no longer there. Choose another.', [
      ...path,
      'source',
    ])
  if (title === '')
    throw new AppError('invalid', 'Choose a source, or give the title of a new one.', [
      ...path,
      'title',
    ])
  const { workspaceId } = viewer
  const after = { kind, title, url, publisher }
  const { id } = await tx.source.create({ data: { workspaceId, ...after }, select: { id: true } })
  await keepRevision(tx, viewer, {
    record: 'source',
    recordId: id,
    version: 1,
    action: 'create',
    before: {},
    after,
  })
  return id
}
