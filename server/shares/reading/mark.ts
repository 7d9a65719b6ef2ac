import 'server-only'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { notFound } from '../../errors'
import { termsOf, type ShareTerms } from './terms'

/**
 * The file of the mark that stands beside the publisher's name.
 *
 * @param hash of its bytes, as the link's pages tell it.
 * @param preview the terms of a link that does not exist yet.
 * @throws AppError `not_found` where the link does not say who keeps the record, or the mark is
 *   another one.
 */
export async function readSharedMark(
  reader: ShareReader,
  hash: string,
  preview?: ShareTerms,
): Promise<Buffer> {
  requireShareReader(reader)
  const { workspaceId: id } = reader
  return withViewer(reader, async (tx) => {
    const { named, own } = preview ?? (await termsOf(tx, reader))
    const row = await tx.workspace.findFirst({
      where: { id, publisherMarkHash: hash },
      select: { publisherMark: true },
    })
    // Beside another name it would tell whose workspace is behind that.
    if (!named || own.publisherName || !row?.publisherMark) throw notFound('picture')
    return Buffer.from(row.publisherMark)
  })
}
