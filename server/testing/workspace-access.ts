import 'server-only'
import { randomUUID } from 'node:crypto'
import { exportAudit, listAudit, listAuditMembers } from '../history/audit'
import { mailGivenUp } from '../mail/deliver'
import { addWebhook, endWebhook } from '../webhooks/mutations'
import { dots } from '../photos/test-support'
import { listWebhooks } from '../webhooks/queries'
import { lockDown, lockDownPreview } from '../workspace/lock-down'
import { changeMark, getMark, readMark, removeMark } from '../workspace/mark'
import { changeWorkspaceSettings } from '../workspace/mutations'
import { accessOverview } from '../workspace/overview'
import { changePublisher, getPublisher } from '../workspace/publisher'
import { workspaceSettings } from '../workspace/queries'
import { ownerAlone, type Row } from './access-rows'

/** What is decided for the whole workspace, for the table of all access. */
export const workspaceAccess: Record<string, Row> = {
  'workspace/queries.workspaceSettings': ownerAlone('own', (v) => workspaceSettings(v)),
  'history/audit.listAudit': ownerAlone('own', (v) => listAudit(v)),
  'history/audit.listAuditMembers': ownerAlone('own', (v) => listAuditMembers(v)),
  'history/audit.exportAudit': ownerAlone('own', (v) => exportAudit(v, {})),
  'workspace/overview.accessOverview': ownerAlone('own', (v) => accessOverview(v)),
  'workspace/lock-down.lockDownPreview': ownerAlone('own', (v) => lockDownPreview(v, null)),
  'workspace/lock-down.lockDown': ownerAlone('own', (v) => lockDown(v, null)),
  'mail/deliver.mailGivenUp': ownerAlone('own', (v) => mailGivenUp(v)),
  'webhooks/queries.listWebhooks': ownerAlone('own', (v) => listWebhooks(v)),
  'webhooks/mutations.addWebhook': ownerAlone('own', async (v, t) => {
    const { id } = await addWebhook(v, { url: 'https://hooks.example.org' })
    if (v.workspaceId === t.workspaceId) await endWebhook(v, id)
  }),
  'webhooks/mutations.endWebhook': ownerAlone(
    'refused',
    (v, _t, id) => endWebhook(v, id),
    async ({ owner }) => (await addWebhook(owner, { url: 'https://hooks.example.org' })).id,
  ),
  'workspace/publisher.getPublisher': ownerAlone('own', (v) => getPublisher(v)),
  'workspace/publisher.changePublisher': ownerAlone('own', (v) =>
    changePublisher(v, {
      ...{ publisherName: `Group ${randomUUID()}`, publisherAbout: '', publisherContact: '' },
      ...{ publisherCorrections: '', publisherLicence: '' },
    }),
  ),
  'workspace/mark.getMark': ownerAlone('own', (v) => getMark(v)),
  'workspace/mark.changeMark': ownerAlone('own', async (v) =>
    changeMark(v, await dots(8, 8).png().toBuffer()),
  ),
  'workspace/mark.removeMark': ownerAlone('own', (v) => removeMark(v)),
  'workspace/mark.readMark': {
    ...{ least: 'viewer', others: 'refused', call: (v, _t, id) => readMark(v, id) },
    make: async ({ owner }) => {
      await changeMark(owner, await dots(8, 8).png().toBuffer())
      return (await getMark(owner))?.id ?? ''
    },
  },
  'workspace/mutations.changeWorkspaceSettings': ownerAlone('own', (v) =>
    changeWorkspaceSettings(v, {
      ...{ name: `Group ${randomUUID()}`, keepsNames: true, requiresCodes: false },
    }),
  ),
}
