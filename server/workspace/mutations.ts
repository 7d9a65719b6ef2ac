import 'server-only'
import type { WorkspaceSettings } from '@/lib/schemas/workspace'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { keepAudit } from '../history/record'

/**
 * Changes what holds for the whole workspace.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function changeWorkspaceSettings(
  viewer: Viewer,
  settings: WorkspaceSettings,
): Promise<void> {
  requireRole(viewer, 'owner')
  await withViewer(viewer, async (tx) => {
    const id = viewer.workspaceId
    const before = await tx.workspace.findUniqueOrThrow({
      where: { id },
      select: { name: true, keepsNames: true, requiresCodes: true, mailQuotes: true },
    })
    const { mailQuotes = before.mailQuotes, ...rest } = settings
    const data = { ...rest, mailQuotes }
    const fields = (['name', 'keepsNames', 'requiresCodes', 'mailQuotes'] as const).filter(
      (field) => before[field] !== data[field],
    )
    if (fields.length === 0) return
    await tx.workspace.updateMany({ where: { id }, data })
    await keepAudit(tx, viewer, 'update', 'workspace', id, fields)
  })
}
