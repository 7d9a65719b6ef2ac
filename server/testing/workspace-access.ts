import 'server-only'
import { randomUUID } from 'node:crypto'
import { exportAudit, listAudit } from '../history/audit'
import { lockDown, lockDownPreview } from '../workspace/lock-down'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { accessOverview } from '../workspace/overview'
import { changePublisher, getPublisher } from '../workspace/publisher'
import { workspaceSettings } from '../workspace/queries'
import { ownerAlone, type Row } from './access-rows'

/** What is decided for the whole workspace, for the table of all access. */
export const workspaceAccess: Record<string, Row> = {
  'workspace/queries.workspaceSettings': ownerAlone('own', (v) => workspaceSettings(v)),
  'history/audit.listAudit': ownerAlone('own', (v) => listAudit(v)),
  'history/audit.exportAudit': ownerAlone('own', (v) => exportAudit(v, {})),
  'workspace/overview.accessOverview': ownerAlone('own', (v) => accessOverview(v)),
  'workspace/lock-down.lockDownPreview': ownerAlone('own', (v) => lockDownPreview(v, null)),
  'workspace/lock-down.lockDown': ownerAlone('own', (v) => lockDown(v, null)),
  'workspace/publisher.getPublisher': ownerAlone('own', (v) => getPublisher(v)),
  'workspace/publisher.changePublisher': ownerAlone('own', (v) =>
    changePublisher(v, {
      ...{ publisherName: `Group ${randomUUID()}`, publisherAbout: '', publisherContact: '' },
      ...{ publisherCorrections: '', publisherLicence: '' },
    }),
  ),
  'workspace/mutations.changeWorkspaceSettings': ownerAlone('own', (v) =>
    changeWorkspaceSettings(v, {
      ...{ name: `Group ${randomUUID()}`, keepsNames: true, requiresCodes: false },
    }),
  ),
}
