import 'server-only'
import type { CampaignEditInput } from '@/lib/schemas/campaign'
import { campaignStatusLabels } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { ConflictError } from '../conflict'
import { withViewer } from '../db'
import { notFound } from '../errors'
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
    if (from !== undefined && from !== version) throw conflict(version, before, after)
    await tx.campaign.updateMany({ where: { id }, data: { ...after, version: { increment: 1 } } })
    await keepRevision(tx, viewer, {
      ...{ record: 'campaign', recordId: id, version: version + 1 },
      ...{ action: how.action ?? 'update', note: how.note ?? '' },
      ...{ before, after },
    })
    return { slug }
  })
}

function conflict(version: number, theirs: Values, yours: Values): ConflictError {
  const fields = [
    ['title', 'Title', yours.title, theirs.title],
    ['summary', 'Summary', yours.summary, theirs.summary],
    ['status', 'Status', campaignStatusLabels[yours.status], campaignStatusLabels[theirs.status]],
    ['timeZone', 'Time zone', yours.timeZone, theirs.timeZone],
  ] as const
  return new ConflictError(
    version,
    fields
      .filter(([, , mine, other]) => mine !== other)
      .map(([field, label, mine, other]) => ({ field, label, yours: mine, theirs: other })),
  )
}
