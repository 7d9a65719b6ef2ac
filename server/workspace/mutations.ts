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
      select: { name: true, keepsNames: true, requiresCodes: true },
    })
    const fields = (['name', 'keepsNames', 'requiresCodes'] as const).filter(
      (field) => before[field] !== settings[field],
    )
    if (fields.length === 0) return
    await tx.workspace.updateMany({ where: { id }, data: settings })
    await keepAudit(tx, viewer, 'update', 'workspace', id, fields)
  })
}
