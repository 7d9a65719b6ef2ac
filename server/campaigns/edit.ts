import 'server-only'
import type { CampaignEditInput } from '@/lib/schemas/campaign'
import { campaignStatusLabels } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { campaignsVisibleTo } from '../policy'

type Values = Omit<CampaignEditInput, 'version'>

/**
 * Changes a campaign. Its address stays, whatever its title becomes: links to it are in the world.
 *
 * @throws AppError `forbidden` below editor, `not_found`; ConflictError when somebody else saved it
 *   meanwhile.
 */
export async function updateCampaign(
  viewer: Viewer,
  id: string,
  { version: from, ...after }: CampaignEditInput,
  how: Saving = {},
): Promise<{ slug: string }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    await tx.$queryRaw`select 1 as held from campaign where id = ${id}::uuid for no key update`
    const row = await tx.campaign.findFirst({
      where: { AND: [campaignsVisibleTo(viewer), { id }] },
      select: {
        ...{ title: true, summary: true, status: true, timeZone: true },
        ...{ version: true, slug: true },
      },
    })
    if (!row) throw notFound('campaign')
    const { version, slug, ...before } = row
    if (from !== undefined && from !== version) {
      const fields = fieldsOfBoth(before, after)
      throw await conflictSince(tx, 'campaign', id, { from, version }, fields)
    }
    await tx.campaign.updateMany({ where: { id }, data: { ...after, version: { increment: 1 } } })
    await keepRevision(tx, viewer, {
      ...{ record: 'campaign', recordId: id, version: version + 1 },
      ...{ action: how.action ?? 'update', note: how.note ?? '' },
      ...{ before, after },
    })
    return { slug }
  })
}

function fieldsOfBoth(theirs: Values, yours: Values): FieldOfBoth[] {
  const status = (value: unknown) =>
    Object.hasOwn(campaignStatusLabels, String(value))
      ? campaignStatusLabels[value as Values['status']]
      : ''
  return [
    { field: 'title', label: 'Title', yours: yours.title, theirs: theirs.title, joins: 'line' },
    {
      ...{ field: 'summary', label: 'Summary', joins: 'paragraphs' },
      ...{ yours: yours.summary, theirs: theirs.summary },
    },
    {
      ...{ field: 'status', label: 'Status', words: status },
      ...{ yours: status(yours.status), theirs: status(theirs.status) },
      values: { status: theirs.status },
    },
    { field: 'timeZone', label: 'Time zone', yours: yours.timeZone, theirs: theirs.timeZone },
  ]
}
