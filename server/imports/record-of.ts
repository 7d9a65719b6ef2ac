import 'server-only'
import { z } from 'zod'
import { campaignsInReach, memberIdOf, requireRole, type Viewer } from '../auth/viewer'
import type { Tx } from '../db'
import { AppError } from '../errors'
import { trashCampaigns } from '../trash/set-trashed'

const ofRecord = z.object({ campaigns: z.array(z.guid()).min(1).max(10_000) })

/** The campaigns of an import that was a whole record; null where it was a file of rows. */
export function campaignsIn(choices: unknown): string[] | null {
  const parsed = ofRecord.safeParse(choices)
  return parsed.success ? parsed.data.campaigns : null
}

/**
 * Puts the campaigns of a record that came in into the trash, from which they can be brought back.
 *
 * @returns how many entries went with them.
 * @throws AppError `forbidden` below editor, and below owner for what somebody else imported, where somebody worked
 *   on them since, and where one is in no sight of theirs.
 */
export async function trashRecordOf(
  tx: Tx,
  viewer: Viewer,
  of: {
    campaigns: readonly string[]
    createdBy: string | null
    finishedAt: Date | null
    now: Date
  },
): Promise<number> {
  requireRole(viewer, 'editor')
  const within = campaignsInReach(viewer)
  if (within && !of.campaigns.every((campaign) => within.includes(campaign)))
    throw new AppError(
      'forbidden',
      'This record has campaigns that this token may not change. Use one for all of them.',
    )
  const [counted] = await tx.$queryRaw<{ all: number; since: number }[]>`
    select count(*)::int as "all",
      (count(*) filter (where updated_at > ${of.finishedAt}::timestamptz))::int as since
    from entry where campaign_id = any(${[...of.campaigns]}::uuid[]) and trashed_at is null`
  const { all = 0, since = 0 } = counted ?? {}
  const isOwner = viewer.kind === 'system' || viewer.role === 'owner'
  if (!isOwner && of.createdBy !== memberIdOf(viewer))
    throw new AppError('forbidden', 'Only an owner can undo what somebody else imported.')
  if (!isOwner && (await isWorkedOn(tx, viewer, of)))
    throw new AppError(
      'forbidden',
      'Its campaigns were shared or changed since this record was imported. Only an owner can undo it now.',
    )
  if (since > 0 && !isOwner)
    throw new AppError(
      'forbidden',
      `${since === 1 ? 'One entry was' : `${since} entries were`} added or changed since this record was imported. Only an owner can undo it now.`,
    )
  await trashCampaigns(tx, viewer, of.campaigns, of.now)
  return all
}

/** Whether a campaign cannot be seen, or has links, plans, or demands that were made or changed since. */
async function isWorkedOn(
  tx: Tx,
  { workspaceId }: Viewer,
  { campaigns, finishedAt }: { campaigns: readonly string[]; finishedAt: Date | null },
): Promise<boolean> {
  const of = { workspaceId, campaignId: { in: [...campaigns] } }
  const seen = await tx.campaign.count({ where: { id: { in: [...campaigns] }, trashedAt: null } })
  const links = await tx.shareLink.count({ where: of })
  const since = finishedAt ?? new Date(0)
  const plans = await tx.plan.count({ where: { ...of, createdAt: { gt: since } } })
  const demands = await tx.demand.count({ where: { ...of, createdAt: { gt: since } } })
  return seen < campaigns.length || links + plans + demands > 0
}
