import 'server-only'
import { requireRole, type Viewer } from '../../auth/viewer'
import { withViewer } from '../../db'

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

const underWay = new Set<string>()

/**
 * Folds the sums of a viewer's workspace beside what they are doing, without checking them. Readers of
 * a share write nothing, so they leave it to members.
 */
export function foldSoon(viewer: Viewer): void {
  const { workspaceId } = viewer
  if (viewer.kind === 'share' || underWay.has(workspaceId)) return
  underWay.add(workspaceId)
  void folded(viewer)
    .catch((error: unknown) => console.error('Folding the counts of entries failed.', error))
    .finally(() => underWay.delete(workspaceId))
}

/** Each group of sums becomes one row, whoever may read it. */
async function folded(viewer: Viewer): Promise<void> {
  await withViewer(
    viewer,
    (tx) => tx.$executeRaw`
      with folded as (delete from entry_tally returning *)
      insert into entry_tally
      select workspace_id, campaign_id, month, lane, kind, status, exact, created_by,
        sum(entries), sum(raising)
      from folded group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(entries) <> 0 or sum(raising) <> 0`,
  )
}
