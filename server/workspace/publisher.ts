import 'server-only'
import type { PublisherInput } from '@/lib/schemas/workspace'
import { licenceOf } from '@/lib/shares/publisher'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { keepAudit } from '../history/record'

const select = {
  publisherName: true,
  publisherAbout: true,
  publisherContact: true,
  publisherCorrections: true,
  publisherLicence: true,
} as const

/**
 * What readers of links are told of who keeps the record.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function getPublisher(viewer: Viewer): Promise<PublisherInput> {
  requireRole(viewer, 'owner')
  const { workspaceId: id } = viewer
  const row = await withViewer(viewer, (tx) =>
    tx.workspace.findUniqueOrThrow({ where: { id }, select }),
  )
  return { ...row, publisherLicence: licenceOf(row.publisherLicence) ?? '' }
}

/**
 * Changes it, on every link that says it, at once.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function changePublisher(viewer: Viewer, input: PublisherInput): Promise<void> {
  requireRole(viewer, 'owner')
  const { workspaceId: id } = viewer
  await withViewer(viewer, async (tx) => {
    const before = await tx.workspace.findUniqueOrThrow({ where: { id }, select })
    const names = Object.keys(select) as (keyof typeof select)[]
    const fields = names.filter((name) => before[name] !== input[name])
    if (fields.length === 0) return
    await tx.workspace.updateMany({ where: { id }, data: input })
    await keepAudit(tx, viewer, 'update', 'workspace', id, fields)
  })
}
