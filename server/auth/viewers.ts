import 'server-only'
import { mint } from './mint'
import type { SystemJob } from './viewer'

/**
 * The operator's command line at work in one workspace. It may do all that an owner may, so no
 * request from a browser may reach a caller of this.
 */
export function systemViewer(workspaceId: string): SystemJob {
  return mint<SystemJob>({ kind: 'system', workspaceId })
}
