import 'server-only'
import type { LinkedPublisher } from '@/lib/shares/publisher'
import { requireMember, requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { keepAudit } from '../history/record'
import { encodePhoto } from '../photos/encode'
import { hashOf } from '../photos/files'

/**
 * The mark that links show beside the publisher's name; null where there is none.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function getMark(viewer: Viewer): Promise<LinkedPublisher['mark']> {
  requireRole(viewer, 'owner')
  const row = await withViewer(viewer, (tx) =>
    tx.workspace.findUniqueOrThrow({
      where: { id: viewer.workspaceId },
      select: { publisherMarkHash: true, publisherMarkWidth: true, publisherMarkHeight: true },
    }),
  )
  const { publisherMarkHash: id, publisherMarkWidth: width, publisherMarkHeight: height } = row
  return id ? { id, width, height } : null
}

/**
 * The file of the mark, as members see it in previews.
 *
 * @throws AppError `not_found` where the mark is another one.
 */
export async function readMark(viewer: Viewer, hash: string): Promise<Uint8Array> {
  requireMember(viewer)
  const { workspaceId: id } = viewer
  const row = await withViewer(viewer, (tx) =>
    tx.workspace.findFirst({
      where: { id, publisherMarkHash: hash },
      select: { publisherMark: true },
    }),
  )
  if (!row?.publisherMark) throw notFound('picture')
  return row.publisherMark
}

/**
 * Makes a picture the mark, on every link that names the publisher, at once. The picture as it came
 * is not kept.
 *
 * @throws AppError `forbidden` below owner; PhotoRefused with the reason.
 */
export async function changeMark(viewer: Viewer, bytes: Uint8Array): Promise<void> {
  requireRole(viewer, 'owner')
  const { files, width, height } = await encodePhoto(bytes, [], 'mark')
  const [file] = files
  if (file)
    await write(viewer, {
      publisherMark: Uint8Array.from(file.bytes),
      publisherMarkHash: hashOf(file.bytes),
      ...{ publisherMarkWidth: width, publisherMarkHeight: height },
    })
}

/** Takes the mark away, on every link at once. @throws AppError `forbidden` below owner. */
export async function removeMark(viewer: Viewer): Promise<void> {
  requireRole(viewer, 'owner')
  await write(viewer, {
    ...{ publisherMark: null, publisherMarkHash: '' },
    ...{ publisherMarkWidth: 0, publisherMarkHeight: 0 },
  })
}

async function write(
  viewer: Viewer,
  data: {
    publisherMark: Uint8Array<ArrayBuffer> | null
    publisherMarkHash: string
    publisherMarkWidth: number
    publisherMarkHeight: number
  },
): Promise<void> {
  const { workspaceId: id } = viewer
  await withViewer(viewer, async (tx) => {
    await tx.workspace.updateMany({ where: { id }, data })
    await keepAudit(tx, viewer, 'update', 'workspace', id, ['publisherMark'])
  })
}
