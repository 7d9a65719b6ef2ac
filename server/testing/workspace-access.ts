import 'server-only'
import { randomUUID } from 'node:crypto'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { workspaceSettings } from '../workspace/queries'
import { ownerAlone, type Row } from './access-rows'

/** What is decided for the whole workspace, for the table of all access. */
export const workspaceAccess: Record<string, Row> = {
  'workspace/queries.workspaceSettings': ownerAlone('own', (v) => workspaceSettings(v)),
  'workspace/mutations.changeWorkspaceSettings': ownerAlone('own', (v) =>
    changeWorkspaceSettings(v, {
      ...{ name: `Group ${randomUUID()}`, keepsNames: true, requiresCodes: false },
    }),
  ),
}
