import 'server-only'
import type { WorkspaceSettings } from '@/lib/schemas/workspace'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { env } from '../env'

/**
 * What the owners have decided for the whole workspace; of mail only where it is sent.
 *
 * @throws AppError `forbidden` below owner.
 */
export async function workspaceSettings(viewer: Viewer): Promise<WorkspaceSettings> {
  requireRole(viewer, 'owner')
  const { mailQuotes, ...settings } = await withViewer(viewer, (tx) =>
    tx.workspace.findUniqueOrThrow({
      where: { id: viewer.workspaceId },
      select: { name: true, keepsNames: true, requiresCodes: true, mailQuotes: true },
    }),
  )
  return env().mail ? { ...settings, mailQuotes } : settings
}
