import 'server-only'
import { requireShareReader, type ShareReader } from '../../auth/viewer'
import { withViewer } from '../../db'
import { notFound } from '../../errors'
import { termsOf } from './terms'

/**
 * The file of the mark that stands beside the publisher's name.
 *
 * @param hash of its bytes, as the link's pages tell it.
 * @throws AppError `not_found` where the link does not say who keeps the record, or the mark is
 *   another one.
 */
export async function readSharedMark(reader: ShareReader, hash: string): Promise<Buffer> {
  requireShareReader(reader)
  const { workspaceId: id } = reader
  return withViewer(reader, async (tx) => {
    const { named } = await termsOf(tx, reader)
    const row = await tx.workspace.findFirst({
      where: { id, publisherMarkHash: hash },
      select: { publisherMark: true },
    })
    if (!named || !row?.publisherMark) throw notFound('picture')
    return Buffer.from(row.publisherMark)
  })
}
