import 'server-only'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { notFound } from '../../errors'
import { readFileOf, type PhotoFile, type PhotoFiles } from '../../photos/files'
import { openRecordId } from './record-ids'
import { termsOf, type ShareTerms } from './terms'
import { sharedEntries } from './where'

/**
 * Reads a file of a picture by the id that the link's readers know.
 *
 * @param preview the terms of a link that does not exist yet.
 * @throws AppError `not_found` when the link shows no pictures, not this one, or not its entry.
 */
export async function readSharedPhoto(
  reader: ShareReader,
  id: string,
  name: string,
  preview?: ShareTerms,
): Promise<PhotoFile> {
  requireShareReader(reader)
  const photo = await withViewer(reader, async (tx): Promise<PhotoFiles | undefined> => {
    const terms = preview ?? (await termsOf(tx, reader))
    const real = openRecordId(reader, id)
    if (real === null || terms.scope === 'ledger' || !terms.rules.fields.includes('photos'))
      throw notFound('picture')
    const entries = await sharedEntries(tx, reader, terms)
    const [row] = await tx.$queryRaw<PhotoFiles[]>`
      select p.file_key as "fileKey", p.suffixes from photo p
      join entry e on e.workspace_id = p.workspace_id and e.id = p.entry_id
      where p.id = ${real}::uuid and p.removed_at is null and p.swept_at is null and ${entries}`
    return row
  })
  const file = photo && (await readFileOf(reader.workspaceId, photo, name))
  if (!file) throw notFound('picture')
  return file
}
