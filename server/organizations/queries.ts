import 'server-only'
import type { OrganizationDto, OrganizationListing } from '@/lib/directory'
import { byName } from '@/lib/people/by-name'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { campaignsVisibleTo, entriesVisibleTo } from '../policy'

const MOST = 5_000
const MOST_MENTIONS = 500

/** Lists the workspace's organizations by name, with their roles in campaigns. */
export async function listOrganizations(viewer: Viewer): Promise<OrganizationListing[]> {
  requireMember(viewer)
  return withViewer(viewer, async (tx) => {
    const rows = await tx.organization.findMany({
      where: { trashedAt: null },
      select: {
        id: true,
        name: true,
        kind: true,
        parentId: true,
        otherNames: true,
        campaigns: {
          where: { campaign: campaignsVisibleTo(viewer) },
          select: { role: true, campaign: { select: { slug: true } } },
        },
      },
      orderBy: { name: 'asc' },
      take: MOST,
    })
    return rows.sort(byName).map(({ campaigns, ...row }) => ({
      ...row,
      roles: campaigns.map(({ role, campaign }) => ({ role, campaign: campaign.slug })),
    }))
  })
}

/**
 * Reads an organization with everything that mentions it, as far as this member may see it.
 *
 * @throws AppError `not_found` when it is missing or in the trash.
 */
export async function getOrganization(viewer: Viewer, id: string): Promise<OrganizationDto> {
  requireMember(viewer)
  if (!isUuid(id)) throw notFound('organization')
  return withViewer(viewer, async (tx) => {
    const named = { select: { id: true, name: true } }
    const row = await tx.organization.findFirst({
      where: { id, trashedAt: null },
      select: {
        id: true,
        name: true,
        otherNames: true,
        kind: true,
        version: true,
        parent: named,
        children: { where: { trashedAt: null }, ...named, orderBy: { name: 'asc' } },
        campaigns: {
          where: { campaign: campaignsVisibleTo(viewer) },
          select: { role: true, campaign: { select: { slug: true, title: true } } },
        },
      },
    })
    if (!row) throw notFound('organization')
    return {
      ...row,
      campaigns: row.campaigns.map(({ role, campaign }) => ({ role, ...campaign })),
      entries: await entriesWith(tx, viewer, id),
      demands: await demandsWith(tx, viewer, id),
      inquiries: await inquiriesWith(tx, viewer, id),
    }
  })
}

async function entriesWith(tx: Tx, viewer: Viewer, organizationId: string) {
  const rows = await tx.entryOrganization.findMany({
    where: { organizationId, entry: entriesVisibleTo(viewer) },
    select: {
      part: true,
      entry: {
        select: {
          id: true,
          title: true,
          kind: true,
          edtf: true,
          campaign: { select: { slug: true } },
        },
      },
    },
    orderBy: [{ entry: { firstDay: 'desc' } }, { entryId: 'desc' }],
    take: MOST_MENTIONS,
  })
  return rows.map(({ part, entry: { campaign, ...entry } }) => ({
    ...entry,
    part,
    campaign: campaign.slug,
  }))
}

async function demandsWith(tx: Tx, viewer: Viewer, organizationId: string) {
  const some = { some: { organizationId } }
  const rows = await tx.demand.findMany({
    where: {
      AND: [demandsVisibleTo(viewer), { OR: [{ targets: some }, { counterparties: some }] }],
    },
    select: {
      number: true,
      campaign: { select: { slug: true } },
      versions: { select: { wording: true }, orderBy: { number: 'desc' }, take: 1 },
      targets: { where: { organizationId }, select: { organizationId: true } },
    },
    orderBy: [{ campaignId: 'asc' }, { number: 'asc' }],
    take: MOST_MENTIONS,
  })
  return rows.map(({ number, campaign, versions, targets }) => ({
    number,
    campaign: campaign.slug,
    wording: versions[0]?.wording ?? '',
    part: targets.length > 0 ? ('target' as const) : ('counterparty' as const),
  }))
}

async function inquiriesWith(tx: Tx, viewer: Viewer, organizationId: string) {
  const rows = await tx.inquiry.findMany({
    where: {
      AND: [
        { OR: [{ entryId: null }, { entry: entriesVisibleTo(viewer) }] },
        {
          OR: [
            { recipients: { some: { organizationId } } },
            { askedByOrganizationId: organizationId },
          ],
        },
      ],
    },
    select: {
      id: true,
      edtf: true,
      through: true,
      askedBy: { select: { name: true } },
      recipients: { where: { organizationId }, select: { outcome: true } },
    },
    orderBy: [{ firstDay: 'desc' }, { id: 'desc' }],
    take: MOST_MENTIONS,
  })
  return rows.map(({ askedBy, recipients, ...row }) => ({
    ...row,
    askedBy: askedBy?.name ?? null,
    outcome: recipients[0]?.outcome ?? null,
  }))
}
