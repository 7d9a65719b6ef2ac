import 'server-only'
import type { SourceKind } from '@/lib/schemas/words'
import { anyCase } from '../any-case'
import type { Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { keepFirstRevisions, keepRevision } from '../history/record'
import { newId } from '../ids'

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
  const found = await tx.source.findFirst({
    where: { trashedAt: null, ...sameSource({ source, title, url, publisher }) },
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

/** The condition by which a citation finds its source: by id, else by address, else by title and publisher. */
export function sameSource({ source, title = '', url = '', publisher = '' }: CitedSource) {
  if (source) return { id: source }
  if (url !== '') return { url }
  return { title: anyCase(title), publisher: anyCase(publisher) }
}

/**
 * What a source that is not named by its id is known by: its web address, else its title and
 * publisher, whatever their case.
 */
export function sourceKey({ url = '', title = '', publisher = '' }: CitedSource): string {
  return url || `${title.toLowerCase()}\n${publisher.toLowerCase()}`
}

/**
 * The sources of many citations, as `citationSource` finds or makes each, in a few statements.
 *
 * @returns their ids by `sourceKey`.
 */
export async function sourcesByKey(
  tx: Tx,
  viewer: Viewer,
  cited: readonly CitedSource[],
): Promise<Map<string, string>> {
  const wanted = new Map(
    cited.filter(({ source }) => !source).map((row) => [sourceKey(row), row] as const),
  )
  if (wanted.size === 0) return new Map()
  const rows = [...wanted.values()]
  const urls = rows.flatMap(({ url }) => (url ? [url] : []))
  const titles = rows.flatMap(({ url, title = '' }) => (url ? [] : [title.toLowerCase()]))
  const found = await tx.$queryRaw<(CitedSource & { id: string })[]>`
    (select id::text, url, title, publisher, created_at from source
      where trashed_at is null and url = any(${urls}::text[]))
    union all
    (select id::text, '' as url, title, publisher, created_at from source
      where trashed_at is null and lower(title) = any(${titles}::text[]))
    order by created_at desc`
  // The oldest comes last, and stays.
  const known = new Map(found.map((row) => [sourceKey(row), row.id]))
  const { workspaceId } = viewer
  const fresh = [...wanted].flatMap(
    ([key, { kind = 'news', title = '', url = '', publisher = '' }]) =>
      known.has(key) || title === ''
        ? []
        : [{ key, id: newId(), after: { kind, title, url, publisher } }],
  )
  await tx.source.createMany({
    data: fresh.map(({ id, after }) => ({ ...after, id, workspaceId })),
  })
  await keepFirstRevisions(
    tx,
    viewer,
    'source',
    fresh.map(({ id, after }) => ({ recordId: id, after })),
  )
  for (const { key, id } of fresh) known.set(key, id)
  return known
}
