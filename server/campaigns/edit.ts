import 'server-only'
import type { CampaignEditInput } from '@/lib/schemas/campaign'
import { campaignStatusLabels, dayOrderLabels, weekStartLabels } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { conflictSince, type FieldOfBoth } from '../history/conflict-since'
import { keepRevision, type Saving } from '../history/record'
import { campaignsVisibleTo } from '../policy'
import { dateHabits } from './dto'

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
    await tx.$queryRaw`select 1 as locked from campaign where id = ${id}::uuid for no key update`
    const row = await tx.campaign.findFirst({
      where: { AND: [campaignsVisibleTo(viewer), { id }] },
      select: {
        ...{ title: true, summary: true, status: true, timeZone: true },
        ...{ dayOrder: true, weekStart: true, version: true, slug: true },
      },
    })
    if (!row) throw notFound('campaign')
    const { version, slug, ...kept } = row
    const before = { ...kept, ...dateHabits(kept) }
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
  const choice = (
    field: 'status' | 'dayOrder' | 'weekStart',
    label: string,
    labels: Record<string, string>,
  ): FieldOfBoth => {
    const words = (value: unknown) => labels[String(value)] ?? ''
    return {
      ...{ field, label, words },
      ...{ yours: words(yours[field]), theirs: words(theirs[field]) },
      values: { [field]: theirs[field] },
    }
  }
  return [
    { field: 'title', label: 'Title', yours: yours.title, theirs: theirs.title, joins: 'line' },
    {
      ...{ field: 'summary', label: 'Summary', joins: 'paragraphs' },
      ...{ yours: yours.summary, theirs: theirs.summary },
    },
    choice('status', 'Status', campaignStatusLabels),
    { field: 'timeZone', label: 'Time zone', yours: yours.timeZone, theirs: theirs.timeZone },
    choice('dayOrder', 'Dates such as 2/3/2026', dayOrderLabels),
    choice('weekStart', 'First day of the week', weekStartLabels),
  ]
}
