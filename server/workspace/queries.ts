import 'server-only'
import type { WorkspaceSettings } from '@/lib/schemas/workspace'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'

/**
 * What the owners have decided for the whole workspace.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function workspaceSettings(viewer: Viewer): Promise<WorkspaceSettings> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, (tx) =>
    tx.workspace.findUniqueOrThrow({
      where: { id: viewer.workspaceId },
      select: { name: true, keepsNames: true, requiresCodes: true },
    }),
  )
}
