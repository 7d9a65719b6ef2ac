import 'server-only'
import { listWorkspacesForOperator } from '../auth/operator'
import { viewerOfMember } from '../auth/member-viewer'
import { systemViewer } from '../auth/viewers'
import { withViewer } from '../db'
import { AppError } from '../errors'
import { resumeImport } from './run'
import { CUT_OFF_MS } from './stored'

const SOON_MS = 10_000

/** Takes up imports whose process ended while they ran: soon after the start, and then every minute. */
export function startResuming(): void {
  let isLooking = false
  const look = () => {
    // A long import takes longer than the pause between two looks.
    if (isLooking) return
    isLooking = true
    void resumeCutOff()
      .catch((error: unknown) => {
        console.error('Interrupted imports could not be checked.', error)
      })
      .finally(() => {
        isLooking = false
      })
  }
  setTimeout(look, SOON_MS).unref()
  setInterval(look, CUT_OFF_MS).unref()
}

/**
 * Goes on with every import that was cut off, as the member who began it. One whose member has left, or
 * may not import any more, stays as it is for an editor to go on with or to cancel.
 *
 * @returns how many were finished.
 */
export async function resumeCutOff(now = new Date()): Promise<number> {
  let finished = 0
  for (const { id: workspaceId } of await listWorkspacesForOperator()) {
    const operator = systemViewer(workspaceId)
    for (const { id, createdBy } of await taken(workspaceId, now)) {
      const viewer = createdBy ? await viewerOfMember(operator, createdBy) : operator
      if (!viewer || (viewer.kind === 'organizer' && viewer.role === 'viewer')) continue
      try {
        await resumeImport(viewer, id)
        finished += 1
      } catch (error) {
        if (!(error instanceof AppError)) console.error('An import failed.', error)
      }
    }
  }
  return finished
}

/** Those that were cut off, each given to one process alone. */
async function taken(
  workspaceId: string,
  now: Date,
): Promise<{ id: string; createdBy: string | null }[]> {
  const before = new Date(now.getTime() - CUT_OFF_MS)
  return withViewer(
    systemViewer(workspaceId),
    (tx) => tx.$queryRaw<{ id: string; createdBy: string | null }[]>`
      update import set moved_at = ${now} where state = 'running' and moved_at < ${before}
      returning id::text, created_by::text as "createdBy"`,
  )
}
