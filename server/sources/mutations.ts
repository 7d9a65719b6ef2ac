import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import { createHash } from 'node:crypto'
import { dateInWords } from '@/lib/dates/words'
import type { SourceInput } from '@/lib/schemas/source'
import { sourceFieldList, type SourceTexts } from '@/lib/sources/fields'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { sourceSelect, toSource } from './dto'
import { matchPassages } from './passage-match'

/**
 * Adds a source. Its captured text is kept as it is, with its SHA-256.
 *
 * @param addedIn the id of the campaign in whose pages it is added
 * @returns its id.
 * @throws AppError `forbidden` below contributor, `not_found` for a campaign that they may not see.
 */
export async function createSource(
  viewer: Viewer,
  input: SourceInput,
  addedIn: string | null = null,
): Promise<string> {
  requireRole(viewer, 'contributor')
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    if (addedIn !== null && (await tx.campaign.count({ where: { id: addedIn } })) === 0)
      throw notFound('campaign')
    const { id } = await tx.source.create({
      data: { workspaceId, addedIn, ...columnsOf(input) },
      select: { id: true },
    })
    await setPictures(tx, viewer, id, input)
    await keepRevision(tx, viewer, {
      record: 'source',
      recordId: id,
      version: 1,
      action: 'create',
      before: {},
      after: revisable(input),
    })
    return id
  })
}

/**
 * Changes a source. Its cited passages stay, and are compared with the new text.
 *
 * @throws AppError `forbidden` below editor, `not_found`; ConflictError when somebody else saved it
 *   meanwhile.
 */
export async function updateSource(
  viewer: Viewer,
  id: string,
  input: SourceInput,
  how: Saving = {},
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    await tx.$queryRaw`select 1 as locked from source where id = ${id}::uuid for no key update`
    const row = await tx.source.findFirst({
      where: { id, trashedAt: null },
      select: sourceSelect,
    })
    if (!row) throw notFound('source')
    const before = stored(toSource(row))
    const after = revisable(input)
    if (input.version !== undefined && input.version !== row.version) {
      const versions = { from: input.version, version: row.version }
      throw await conflictSince(tx, 'source', id, versions, fieldsOfBoth(before, after))
    }
    await tx.source.updateMany({
      where: { id },
      data: { ...columnsOf(input), version: { increment: 1 } },
    })
    await setPictures(tx, viewer, id, input)
    if (input.capturedText !== row.capturedText) await matchPassages(tx, id)
    await keepRevision(tx, viewer, {
      record: 'source',
      recordId: id,
      version: row.version + 1,
      action: how.action ?? 'update',
      note: how.note ?? '',
      before,
      after,
    })
  })
}

// Lower-case hexadecimal of the UTF-8; an empty text has none.
function textSha256(text: string): string {
  return text === '' ? '' : createHash('sha256').update(text, 'utf8').digest('hex')
}

function columnsOf(input: SourceInput) {
  const { published, accessedOn, pictures: _rows, version: _version, ...texts } = input
  return {
    ...texts,
    published: published?.edtf ?? '',
    // A day on which somebody looked is one day; of a longer date its last is sure to be past.
    accessedOn: accessedOn ? new Date(accessedOn.lastDay) : null,
    capturedSha256: textSha256(texts.capturedText),
  }
}

async function setPictures(tx: Tx, viewer: Viewer, sourceId: string, { pictures }: SourceInput) {
  await tx.sourcePicture.deleteMany({ where: { sourceId } })
  await tx.sourcePicture.createMany({
    data: pictures.map(({ caption, credit }, position) => ({
      ...{ workspaceId: viewer.workspaceId, sourceId },
      ...{ caption, credit, position },
    })),
  })
}

type Fields = SourceTexts & { pictures: { caption: string; credit: string }[] }

function revisable(input: SourceInput): Fields {
  const { accessedOn, capturedSha256: _hash, ...columns } = columnsOf(input)
  return {
    ...columns,
    accessedOn: accessedOn ? isoDayOf(accessedOn) : '',
    pictures: input.pictures.map(({ caption, credit }) => ({ caption, credit })),
  }
}

function stored(source: ReturnType<typeof toSource>): Fields {
  const { id: _id, capturedSha256: _hash, version: _version, pictures, ...texts } = source
  return {
    ...texts,
    pictures: pictures.map(({ caption, credit }) => ({ caption, credit })),
  }
}

function fieldsOfBoth(theirs: Fields, yours: Fields): FieldOfBoth[] {
  return [
    ...sourceFieldList().map(([field, { label, type }]): FieldOfBoth => ({
      ...{ field, label, yours: yours[field], theirs: theirs[field] },
      // A form has its dates in words.
      values: {
        [field]: type === 'date' || type === 'day' ? dayInWords(theirs[field]) : theirs[field],
      },
    })),
    {
      ...{ field: 'pictures', label: 'Pictures', joins: 'rows', words: picturesInWords },
      ...{ yours: picturesInWords(yours.pictures), theirs: picturesInWords(theirs.pictures) },
      values: Object.fromEntries(
        theirs.pictures.flatMap(({ caption, credit }, index) => [
          [`pictures.${index}.caption`, caption],
          [`pictures.${index}.credit`, credit],
        ]),
      ),
    },
  ]
}

function dayInWords(edtf: string): string {
  return edtf === '' ? '' : dateInWords(edtf, { weekday: false })
}

function picturesInWords(pictures: unknown): string {
  return (Array.isArray(pictures) ? (pictures as Fields['pictures']) : [])
    .map(({ caption, credit }) => [caption, credit].filter(Boolean).join(' · '))
    .join('\n')
}
