import 'server-only'
import { listWorkspacesForOperator, type OperatorWorkspace } from '../auth/operator'
import type { SystemJob } from '../auth/viewer'
import { systemViewer } from '../auth/viewers'
import { AppError } from '../errors'
import { optional, UsageError, type Options } from './command'

/**
 * The operator at work in the workspace that `--workspace` names or that is the only one.
 *
 * @throws AppError `not_found` when there is none, UsageError when it is not plain which is meant.
 */
export async function operatorIn(options: Options): Promise<SystemJob> {
  return systemViewer((await chosenWorkspace(optional(options, 'workspace'))).id)
}

async function chosenWorkspace(wanted: string | undefined): Promise<OperatorWorkspace> {
  const workspaces = await listWorkspacesForOperator()
  if (workspaces.length === 0) {
    throw new AppError('not_found', 'No workspace yet. Create one with the setup command.')
  }
  const matching = workspaces.filter(
    ({ id, name }) => wanted === undefined || matches(wanted, id, name),
  )
  const [first, second] = matching
  if (first && !second) return first
  if (first) {
    throw new UsageError(
      `There are several workspaces. Choose one with --workspace and its id:\n${lines(matching)}`,
    )
  }
  throw new UsageError(`Unknown workspace “${wanted}”. Choose one of:\n${lines(workspaces)}`)
}

function matches(wanted: string, id: string, name: string): boolean {
  return wanted === id || wanted.trim().toLowerCase() === name.toLowerCase()
}

function lines(workspaces: OperatorWorkspace[]): string {
  return workspaces.map(({ id, name }) => `  ${id}  ${name}`).join('\n')
}
