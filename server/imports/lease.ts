import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { CUT_OFF_MS } from './stored'

/**
 * Keeps a running import from being taken for one that was cut off while something is done that writes
 * nothing of it.
 *
 * @throws AppError `forbidden` below contributor.
 */
export async function kept<T>(viewer: Viewer, id: string, work: () => Promise<T>): Promise<T> {
  requireRole(viewer, 'contributor')
  const renew = () =>
    withViewer(viewer, (tx) =>
      tx.import.updateMany({ where: { id, state: 'running' }, data: { movedAt: new Date() } }),
    )
  // Should it fail, the import is taken up anew, and two that write it share its rows.
  const timer = setInterval(() => void renew().catch(() => undefined), CUT_OFF_MS / 4)
  timer.unref()
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
