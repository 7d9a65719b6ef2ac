import 'server-only'
import { memberIdOf, requireMember, tokenNameOf, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { notFound } from '../errors'
import { keepNote } from './note'

/** The records of which single files can be taken, and whether a viewer sees one. */
const seen = {
  campaign: (tx: Tx, id: string) => tx.campaign.count({ where: { id } }),
  organization: (tx: Tx, id: string) => tx.organization.count({ where: { id } }),
  import: (tx: Tx, id: string) => tx.import.count({ where: { id } }),
}

/**
 * Notes in the audit that a member took a file of a record away; `what` is its word for the file.
 *
 * @throws AppError `not_found` for a record that they do not see.
 */
export async function noteDownload(
  viewer: Viewer,
  record: keyof typeof seen,
  recordId: string,
  what: 'plot' | 'scorecard' | 'rowsToFix',
): Promise<void> {
  requireMember(viewer)
  await withViewer(viewer, async (tx) => {
    if ((await seen[record](tx, recordId)) === 0) throw notFound(record)
    await keepNote(tx, {
      ...{ workspaceId: viewer.workspaceId, memberId: memberIdOf(viewer) },
      ...{ token: tokenNameOf(viewer), action: 'export', record, recordId, fields: [what] },
    })
  })
}
