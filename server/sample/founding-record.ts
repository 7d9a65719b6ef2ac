import 'server-only'
import { campaignSchema, organizationSchema } from '@/lib/schemas/campaign'
import { entrySchema } from '@/lib/schemas/entry'
import { sourceSchema } from '@/lib/schemas/source'
import { requireRole, type SystemJob } from '../auth/viewer'
import { addCampaignOrganization, createCampaign } from '../campaigns/mutations'
import { listCampaigns } from '../campaigns/queries'
import { decide } from '../demands/assessments'
import { listDemands } from '../demands/queries'
import { createEntry } from '../entries/mutations'
import { AppError } from '../errors'
import { createOrganization } from '../organizations/mutations'
import { listOrganizations } from '../organizations/queries'
import { createSource } from '../sources/mutations'
import {
  SAMPLE_DAY,
  SAMPLE_SLUG,
  sampleCampaign,
  sampleEntries,
  sampleOrganizations,
  sampleRally,
  sampleSource,
  type SampleEntry,
} from './founding-facts'

/**
 * Adds the founding campaign to a workspace, the rally at the Seattle Spheres of February 2026, by
 * the same checks and writes as the forms. Where it is there already, nothing is written.
 *
 * @throws AppError `conflict` where the campaign could not get its address.
 */
export async function addSample(viewer: SystemJob): Promise<{ slug: string; created: boolean }> {
  requireRole(viewer, 'editor')
  const campaigns = await listCampaigns(viewer)
  if (campaigns.some(({ slug }) => slug === SAMPLE_SLUG))
    return { slug: SAMPLE_SLUG, created: false }
  const { id, slug } = await createCampaign(viewer, campaignSchema.parse(sampleCampaign))
  if (slug !== SAMPLE_SLUG)
    throw new AppError('conflict', 'The founding campaign is in the trash. Restore it from there.')
  await addOrganizations(viewer)
  const source = await createSource(viewer, sourceSchema(SAMPLE_DAY).parse(sampleSource))
  await add(viewer, sampleRally(source))
  for (const entry of sampleEntries(source, await flockDemand(viewer, id))) await add(viewer, entry)
  await confirmProposals(viewer, id)
  return { slug, created: true }
}

async function addOrganizations(viewer: SystemJob): Promise<void> {
  const known = new Set((await listOrganizations(viewer)).map(({ name }) => name.toLowerCase()))
  for (const { otherNames, role, ...organization } of sampleOrganizations) {
    const { name } = organization
    if (!known.has(name.toLowerCase()))
      await createOrganization(viewer, organizationSchema.parse({ ...organization, otherNames }))
    await addCampaignOrganization(viewer, SAMPLE_SLUG, { ...organization, role })
  }
}

async function add(viewer: SystemJob, entry: SampleEntry): Promise<void> {
  await createEntry(viewer, SAMPLE_SLUG, entrySchema(entry.kind, SAMPLE_DAY).parse(entry))
}

async function flockDemand(viewer: SystemJob, campaignId: string): Promise<string> {
  const demands = await listDemands(viewer, campaignId)
  const flock = demands.find(({ targets }) => targets.some(({ name }) => name === 'Ring'))
  if (!flock) throw new AppError('conflict', 'The rally’s demands are not there.')
  return flock.id
}

// The record says that the demand is met at Ring; the operator who asks for it confirms that.
async function confirmProposals(viewer: SystemJob, campaignId: string): Promise<void> {
  for (const { proposals } of await listDemands(viewer, campaignId)) {
    for (const { id } of proposals)
      await decide(viewer, { assessment: id, decision: 'confirmed', reason: '' })
  }
}
