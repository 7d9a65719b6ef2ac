import 'server-only'
import { atThreshold } from '../db'

/** A workspace as the operator chooses it; `name` need not be unique. */
export type OperatorWorkspace = { id: string; name: string }

/**
 * Lists all workspaces by name, for the operator's command line alone: no request from a browser
 * may reach a caller of this.
 *
 * The setting holds for this one transaction, and shows names only, never what a workspace owns.
 */
export async function listWorkspacesForOperator(): Promise<OperatorWorkspace[]> {
  return atThreshold({}, async (tx) => {
    await tx.$executeRaw`select set_config('app.operator', 'on', true)`
    return tx.workspace.findMany({
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
  })
}
