import 'server-only'
import type { OrganizationDto, OrganizationListing } from '@/lib/directory'
import { Prisma } from '@/prisma/generated/client'
import { byName } from '@/lib/people/by-name'
import { requireMember, type Viewer } from '../auth/viewer'
import { withViewer, type Tx } from '../db'
import { demandsVisibleTo } from '../demands/dto'
import { entryMention, mentionsPage, type Mentions } from '../directory/mentions'
import { notFound } from '../errors'
import { isUuid } from '../ids'
import { campaignsVisibleTo } from '../policy'
import { visibleSql } from '../timeline/filter/visible'

const MOST = 5_000
const MOST_SUGGESTED = 1_000
const MOST_DEMANDS = 500
const MOST_PARTS = 500

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

/** The names of the workspace's organizations that a form suggests, up to a thousand. */
export async function listOrganizationNames(viewer: Viewer): Promise<string[]> {
  requireMember(viewer)
  const rows = await withViewer(viewer, (tx) =>
    tx.organization.findMany({
      where: { trashedAt: null },
      select: { name: true },
      orderBy: { name: 'asc' },
      take: MOST_SUGGESTED,
    }),
  )
  return rows.sort(byName).map(({ name }) => name)
}

/** Which pages of what mentions an organization are asked for, by their cursors. */
export type OrganizationPages = { entries?: string | undefined; inquiries?: string | undefined }

/**
 * Reads an organization with its demands and a page each of the entries and inquiries that mention
 * it, as far as this member may see them.
 *
 * @throws AppError `not_found` when it is missing or in the trash.
 */
export async function getOrganization(
  viewer: Viewer,
  id: string,
  pages: OrganizationPages = {},
): Promise<OrganizationDto> {
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
        children: {
          ...{ where: { trashedAt: null }, orderBy: { name: 'asc' }, take: MOST_PARTS },
          ...named,
        },
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
      entries: await mentionsPage(tx, entriesWith(viewer, id), pages.entries),
      demands: await demandsWith(tx, viewer, id),
      inquiries: await mentionsPage(tx, inquiriesWith(viewer, id), pages.inquiries),
    }
  })
}

function entriesWith(viewer: Viewer, id: string): Mentions {
  const { workspaceId } = viewer
  return {
    seen: Prisma.sql`
      select distinct e.id, e.first_day as day from entry_organization o
        join entry e on e.workspace_id = o.workspace_id and e.id = o.entry_id
       where o.workspace_id = ${workspaceId}::uuid and o.organization_id = ${id}::uuid
         and ${visibleSql(viewer)}`,
    columns: Prisma.sql`${entryMention} as entry, array(
      select o.part from entry_organization o
       where o.workspace_id = e.workspace_id and o.entry_id = e.id and o.organization_id = ${id}::uuid
       order by o.part) as parts`,
    joins: Prisma.sql`
      join entry e on e.workspace_id = ${workspaceId}::uuid and e.id = here.id
      join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id`,
  }
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
    take: MOST_DEMANDS,
  })
  return rows.map(({ number, campaign, versions, targets }) => ({
    number,
    campaign: campaign.slug,
    wording: versions[0]?.wording ?? '',
    part: targets.length > 0 ? ('target' as const) : ('counterparty' as const),
  }))
}

function inquiriesWith(viewer: Viewer, id: string): Mentions {
  const { workspaceId } = viewer
  return {
    seen: Prisma.sql`
      select i.id, i.first_day as day from inquiry i
        left join entry e on e.workspace_id = i.workspace_id and e.id = i.entry_id
       where i.workspace_id = ${workspaceId}::uuid
         and (i.entry_id is null or (${visibleSql(viewer)}))
         and i.id in (
           select r.inquiry_id from inquiry_recipient r
            where r.workspace_id = ${workspaceId}::uuid and r.organization_id = ${id}::uuid
           union select a.id from inquiry a
            where a.workspace_id = ${workspaceId}::uuid and a.asked_by_organization_id = ${id}::uuid)`,
    columns: Prisma.sql`i.id, i.edtf, i.through, asked.name as "askedBy", r.outcome`,
    joins: Prisma.sql`
      join inquiry i on i.workspace_id = ${workspaceId}::uuid and i.id = here.id
      left join organization asked
        on asked.workspace_id = i.workspace_id and asked.id = i.asked_by_organization_id
      left join inquiry_recipient r
        on r.workspace_id = i.workspace_id and r.inquiry_id = i.id and r.organization_id = ${id}::uuid`,
  }
}
