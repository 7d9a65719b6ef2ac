import 'server-only'
import type { CampaignInput, CampaignOrganizationInput } from '@/lib/schemas/campaign'
import type { CampaignRole } from '@/lib/schemas/words'
import { requireRole, type Viewer } from '../auth/viewer'
import { withViewer } from '../db'
import { notFound } from '../errors'
import { keepAudit, keepRevision } from '../history/record'
import { completeOrganization, organizationNamed } from '../organizations/find-or-create'
import { freeSlug } from './free-slug'
import { campaignBySlug } from './queries'

/**
 * Makes a campaign. Its slug follows from the title and is unique in the workspace.
 *
 * @throws AppError `forbidden` below editor.
 */
export async function createCampaign(
  viewer: Viewer,
  input: CampaignInput,
): Promise<{ id: string; slug: string }> {
  requireRole(viewer, 'editor')
  return withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const slug = await freeSlug(tx, slugOf(input.title))
    const campaign = await tx.campaign.create({
      data: { workspaceId, slug, ...input },
      select: { id: true, slug: true },
    })
    await keepRevision(tx, viewer, {
      record: 'campaign',
      recordId: campaign.id,
      version: 1,
      action: 'create',
      before: {},
      after: { ...input, slug },
    })
    return campaign
  })
}

/**
 * Says what an organization is to a campaign; the organization is found by name or made.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign.
 */
export async function addCampaignOrganization(
  viewer: Viewer,
  slug: string,
  input: CampaignOrganizationInput,
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const { workspaceId } = viewer
    const campaign = await campaignBySlug(tx, viewer, slug)
    const parentId = input.parent === '' ? null : await organizationNamed(tx, viewer, input.parent)
    const said = { ...(input.kind === '' ? {} : { kind: input.kind }), parentId }
    const organizationId = await organizationNamed(tx, viewer, input.name, said)
    await completeOrganization(tx, viewer, organizationId, said)
    const row = { workspaceId, campaignId: campaign.id, organizationId, role: input.role }
    await tx.campaignOrganization.createMany({ data: [row], skipDuplicates: true })
    await keepAudit(tx, viewer, 'update', 'campaign', campaign.id, ['organizations'])
  })
}

/**
 * Takes a role in a campaign from an organization; the organization stays in the directory.
 *
 * @throws AppError `forbidden` below editor, `not_found` for the campaign or the role.
 */
export async function removeCampaignOrganization(
  viewer: Viewer,
  slug: string,
  { organizationId, role }: { organizationId: string; role: CampaignRole },
): Promise<void> {
  requireRole(viewer, 'editor')
  await withViewer(viewer, async (tx) => {
    const campaign = await campaignBySlug(tx, viewer, slug)
    const { count } = await tx.campaignOrganization.deleteMany({
      where: { campaignId: campaign.id, organizationId, role },
    })
    if (count === 0) throw notFound('role')
    await keepAudit(tx, viewer, 'update', 'campaign', campaign.id, ['organizations'])
  })
}

function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return plain === '' ? 'campaign' : plain
}
