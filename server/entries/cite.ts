import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { MOST_CITATIONS } from '@/lib/schemas/entry-parts'
import type { PassageInput } from '@/lib/schemas/source'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { AppError, notFound } from '../errors'
import { isUuid } from '../ids'
import { placedIn, type PlacedPassage } from '../sources/passage-match'
import { lockedEntry } from './lock'
import { resolveEntry } from './resolve-entry'
import { entryById } from './queries'
import { keepEntryRevision } from './revisions'

/**
 * Makes words of a source's captured text carry an entry: as a citation of its own, or as the
 * passage of one that names the source without any. Saying it twice changes nothing.
 *
 * @returns the id of the citation.
 * @throws AppError `not_found` for the source; `forbidden` for an entry that is not this member's to
 *   change; `invalid` where the words do not stand in the text, or no entry can be told from the input.
 */
export async function citePassage(
  viewer: Viewer,
  sourceId: string,
  input: PassageInput,
): Promise<string> {
  requireRole(viewer, 'contributor')
  if (!isUuid(sourceId)) throw notFound('source')
  return withViewer(viewer, async (tx) => {
    const source = await tx.source.findFirst({
      where: { id: sourceId, trashedAt: null },
      select: { capturedText: true },
    })
    if (!source) throw notFound('source')
    const { exact } = input
    const passage = placedIn(source.capturedText, {
      exact,
      prefix: input.prefix,
      suffix: input.suffix,
    })
    if (passage.match !== 'found')
      throw new AppError(
        'invalid',
        'These words are not in the captured text. Copy them exactly as they appear there.',
        ['exact'],
      )
    const { entryId, version } = await entryToCarry(tx, viewer, input)
    const before = await entryById(tx, viewer, entryId)
    const known = await tx.citation.findMany({
      where: { entryId },
      select: { id: true, sourceId: true, exact: true, prefix: true, suffix: true, position: true },
      orderBy: { position: 'asc' },
    })
    const ofThis = known.filter((citation) => citation.sourceId === sourceId)
    const same = ofThis.find((one) => one.exact === exact && one.prefix === passage.prefix)
    if (same) return same.id
    const bare = ofThis.find((one) => one.exact === '')
    const id = bare
      ? await complete(tx, bare.id, passage)
      : await add(tx, viewer, { entryId, sourceId, passage, known })
    await tx.entry.updateMany({
      where: { id: entryId },
      data: { version: { increment: 1 }, updatedAt: new Date() },
    })
    const how = { note: 'Cited on the page of the source.' }
    await keepEntryRevision(tx, viewer, entryId, version + 1, how, entryFormValues(before))
    return id
  })
}

async function entryToCarry(tx: Tx, viewer: Viewer, input: PassageInput) {
  const path = ['entry']
  const entryId = await resolveEntry(tx, viewer, input, path)
  if (!entryId)
    throw new AppError('invalid', 'This entry is no longer there. Choose another.', path)
  try {
    return { entryId, version: (await lockedEntry(tx, viewer, entryId)).version }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    // They see it: that it is there is nothing to hide.
    throw new AppError(
      'forbidden',
      'Only editors can change published entries. Ask one to cite these words, or choose an entry of your own.',
    )
  }
}

async function complete(tx: Tx, id: string, passage: PlacedPassage): Promise<string> {
  await tx.citation.updateMany({ where: { id }, data: passage })
  return id
}

async function add(
  tx: Tx,
  viewer: Viewer,
  {
    entryId,
    sourceId,
    passage,
    known,
  }: { entryId: string; sourceId: string; passage: PlacedPassage; known: { position: number }[] },
): Promise<string> {
  if (known.length >= MOST_CITATIONS)
    throw new AppError(
      'invalid',
      `This entry has ${MOST_CITATIONS} citations already. Remove one first.`,
      ['entry'],
    )
  const { id } = await tx.citation.create({
    data: {
      ...{ workspaceId: viewer.workspaceId, entryId, sourceId, ...passage },
      position: (known.at(-1)?.position ?? -1) + 1,
    },
    select: { id: true },
  })
  return id
}
