import 'server-only'
import type { Trashed } from '@/lib/trash'
import { mayPublish, requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { entriesRestorableBy } from '../policy'

const MOST = 500

/**
 * Lists what is in a campaign's trash and may be brought back by this viewer: entries and demands,
 * newest first. What went into another record by a merge is not there.
 */
export async function listCampaignTrash(viewer: Viewer, campaignId: string): Promise<Trashed[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const entries = await tx.entry.findMany({
      where: {
        AND: [entriesRestorableBy(viewer), { campaignId }],
        id: { notIn: await mergedAway(tx, 'entry') },
      },
      select: { id: true, title: true, trashedAt: true },
      orderBy: { trashedAt: 'desc' },
      take: MOST,
    })
    const demands = mayPublish(viewer)
      ? await tx.demand.findMany({
          where: { workspaceId: viewer.workspaceId, campaignId, trashedAt: { not: null } },
          select: {
            id: true,
            trashedAt: true,
            versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
          },
          orderBy: { trashedAt: 'desc' },
          take: MOST,
        })
      : []
    return newestFirst([
      ...entries.map((row) => trashed('entry', row.title, row)),
      ...demands.map((row) => trashed('demand', row.versions[0]?.wording ?? '', row)),
    ])
  })
}

/**
 * Lists what is in the workspace's trash beside the entries and demands of campaigns, newest first:
 * organizations, people and sources for editors, campaigns for owners.
 */
export async function listWorkspaceTrash(viewer: Viewer): Promise<Trashed[]> {
  requireMember(viewer)
  if (!mayPublish(viewer)) return []
  return withViewer(viewer, async (tx) => {
    const where = async (record: string) => ({
      ...{ workspaceId: viewer.workspaceId, trashedAt: { not: null } },
      id: { notIn: await mergedAway(tx, record) },
    })
    const page = { orderBy: { trashedAt: 'desc' }, take: MOST } as const
    const titled = { ...page, select: { id: true, title: true, trashedAt: true } }
    const called = { ...page, select: { id: true, name: true, trashedAt: true } }
    const owns =
      viewer.kind === 'system' || (viewer.kind === 'organizer' && viewer.role === 'owner')
    const campaigns = owns
      ? await tx.campaign.findMany({ where: await where('campaign'), ...titled })
      : []
    const sources = await tx.source.findMany({ where: await where('source'), ...titled })
    const people = await tx.person.findMany({ where: await where('person'), ...called })
    const organizations = await tx.organization.findMany({
      where: await where('organization'),
      ...called,
    })
    return newestFirst([
      ...campaigns.map((row) => trashed('campaign', row.title, row)),
      ...organizations.map((row) => trashed('organization', row.name, row)),
      ...people.map((row) => trashed('person', row.name, row)),
      ...sources.map((row) => trashed('source', row.title, row)),
    ])
  })
}

async function mergedAway(tx: Tx, record: string): Promise<string[]> {
  const rows = await tx.undoableChange.findMany({
    where: { kind: 'merge', record, undoneAt: null },
    select: { duplicateId: true },
    orderBy: { at: 'desc' },
    take: 10_000,
  })
  return rows.flatMap(({ duplicateId }) => duplicateId ?? [])
}

function trashed(
  record: Trashed['record'],
  title: string,
  { id, trashedAt }: { id: string; trashedAt: Date | null },
): Trashed {
  return { record, id, title, trashedAt: trashedAt?.toISOString() ?? '' }
}

function newestFirst(list: Trashed[]): Trashed[] {
  return list.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1))
}
