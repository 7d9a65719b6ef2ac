import 'server-only'
import type { MergeableRecord, MergePreview } from '@/lib/merging'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { named } from '../trash/references'
import { mergedFields, mergeRules, nameOfRow } from './fields'
import { refuseBelow } from './own-values'
import { pairOf } from './rows'
import { movingReferences } from './steps'

const SORTS: Record<string, string> = {
  appearance: 'Appearances at entries',
  assessment: 'Assessments',
  campaign_organization: 'Roles in campaigns',
  citation: 'Citations',
  claim: 'Claims',
  comment: 'Comments',
  dispute: 'Disputes',
  entry_reply: 'Statements by organizations',
  demand_counterparty: 'Demands about its ties',
  demand_target: 'Demands to it',
  entry: 'Accounts',
  entry_demand: 'Demands raised or answered',
  entry_organization: 'Organizations at entries',
  follow_up: 'Follow-ups',
  inquiry: 'Inquiries',
  inquiry_recipient: 'Inquiries to it',
  inquiry_update: 'Outcomes of inquiries',
  organization: 'Parts of it',
  photo: 'Photos',
  plan: 'Plans',
  plan_organization: 'Planned actions',
  source_picture: 'Pictures in this source',
}

/**
 * Two records that may be one, side by side: what differs, and how much would move.
 *
 * @throws AppError `forbidden` below editor, `not_found`; `invalid` for two that cannot be one.
 */
export async function previewMerge(
  viewer: Viewer,
  record: MergeableRecord,
  survivorId: string,
  duplicateId: string,
): Promise<MergePreview> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { survivor, duplicate } = await pairOf(tx, viewer, record, survivorId, duplicateId, false)
    if (record === 'organization') await refuseBelow(tx, survivor, duplicate)
    return {
      survivor: { id: survivorId, name: nameOfRow(survivor) },
      duplicate: { id: duplicateId, name: nameOfRow(duplicate) },
      fields: mergedFields[record]
        .map(({ field, label, text }) => ({
          field,
          label,
          survivor: text(survivor),
          duplicate: text(duplicate),
        }))
        .filter((one) => one.survivor !== one.duplicate),
      moves: await countMoves(tx, record, duplicateId),
      rules: mergeRules[record],
    }
  })
}

async function countMoves(tx: Tx, record: MergeableRecord, duplicate: string) {
  const counts = new Map<string, number>()
  for (const { table, column } of await movingReferences(tx, record)) {
    const [row] = await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from ${named(table)} where ${named(column)} = ${duplicate}::uuid`
    const what = SORTS[table] ?? 'Other records'
    if (row?.n) counts.set(what, (counts.get(what) ?? 0) + row.n)
  }
  return [...counts].map(([what, count]) => ({ what, count }))
}
