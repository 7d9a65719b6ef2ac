import 'server-only'
import { entryFormValues } from '@/lib/entries/form-values'
import { fieldsOf } from '@/lib/entries/merge'
import type { EntryInput } from '@/lib/schemas/entry'
import { memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import type { Tx } from '../db'
import { keepFirstRevisions } from '../history/record'
import { newId } from '../ids'
import { writeGathered } from './parts/citations'
import { gatherParts, newlyGathered } from './parts/write'
import type { Named } from './parts/writing'
import { entriesById } from './queries'
import { mayHaveStatus, spineOf } from './spine'

/**
 * Logs many entries of a campaign in a transaction that is already open, as `createEntry` logs one:
 * the same columns, parts, revisions and audit, in a few statements for all of them.
 *
 * @param named finds and makes the organizations and sources that they name.
 * @returns their ids, in their order.
 * @throws AppError as `createEntry` does.
 */
export async function createEntries(
  tx: Tx,
  viewer: Viewer,
  campaign: Pick<Campaign, 'id' | 'timeZone'>,
  inputs: readonly EntryInput[],
  named: Named,
): Promise<string[]> {
  requireRole(viewer, 'contributor')
  const { workspaceId } = viewer
  const entries = inputs.map((input) => ({ id: newId(), input }))
  const data = []
  for (const { id, input } of entries) {
    mayHaveStatus(viewer, input)
    data.push({
      ...{ id, workspaceId, campaignId: campaign.id, createdBy: memberIdOf(viewer) },
      ...(await spineOf(tx, viewer, input, campaign.timeZone)),
    })
  }
  await tx.entry.createMany({ data })
  const gathered = newlyGathered(named)
  for (const { id: entryId, input } of entries)
    await gatherParts(tx, viewer, { campaignId: campaign.id, entryId, input }, gathered)
  await writeGathered(tx, gathered)
  const ids = entries.map(({ id }) => id)
  const made = await entriesById(tx, viewer, ids)
  await keepFirstRevisions(
    tx,
    viewer,
    'entry',
    made.map((entry) => {
      const snapshot = entryFormValues(entry)
      return { recordId: entry.id, after: fieldsOf(snapshot), snapshot }
    }),
  )
  return ids
}
