import 'server-only'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'

/**
 * Folds the sums that writes have added to the tally of a workspace, and corrects what is missing
 * there: nothing, as a rule, but what somebody wrote past the triggers.
 *
 * @returns how many sums were wrong.
 * @throws AppError `forbidden` for everybody but the program itself and owners.
 */
export async function foldTallies(viewer: Viewer): Promise<number> {
  requireRole(viewer, 'owner')
  return withViewer(viewer, async (tx) => {
    // Counts every entry of the workspace once.
    await tx.$executeRaw`set local statement_timeout = '10min'`
    const [row] = await tx.$queryRaw<{ wrong: number }[]>`select entry_tally_fold() as wrong`
    return row?.wrong ?? 0
  })
}
