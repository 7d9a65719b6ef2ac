import 'server-only'
import { memberIdOf, type Organizer, type SystemJob } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { keepAudit } from '../history/record'

/**
 * Lists a record that came in as an import of its first campaign, from which all of it is undone.
 *
 * @returns the import's id.
 * @throws AppError `invalid` where there is no campaign in it.
 */
export async function keepAsImport(
  tx: Tx,
  viewer: SystemJob | Organizer,
  name: string,
  campaigns: readonly { id: string; entries: number }[],
): Promise<string> {
  const [first] = campaigns
  if (!first) throw new AppError('invalid', 'Nothing was imported. This file has no campaign.')
  const entries = campaigns.reduce((sum, one) => sum + one.entries, 0)
  const { id } = await tx.import.create({
    data: {
      ...{ workspaceId: viewer.workspaceId, campaignId: first.id, name: name.slice(0, 200) },
      ...{ state: 'done', finishedAt: new Date(), createdBy: memberIdOf(viewer) },
      ...{ toWrite: entries, counts: { record: entries } },
      choices: { campaigns: campaigns.map((one) => one.id) },
    },
    select: { id: true },
  })
  await keepAudit(tx, viewer, 'create', 'import', id)
  return id
}
