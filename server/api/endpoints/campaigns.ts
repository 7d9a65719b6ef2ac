import 'server-only'
import { z } from 'zod'
import { campaignEditSchema, campaignSchema } from '@/lib/schemas/campaign'
import {
  campaignRoleLabels,
  campaignStatusLabels,
  dayOrderLabels,
  keysOf,
  weekStartLabels,
} from '@/lib/schemas/words'
import { updateCampaign } from '../../campaigns/edit'
import { createCampaign } from '../../campaigns/mutations'
import { getCampaign, listCampaigns } from '../../campaigns/queries'
import type { Campaign } from '../../campaigns/dto'
import { requireWholeWorkspace } from '../../in-campaign'
import { pageAddress } from '../address'
import { checkedBody, param, patched, versionToChange, type Call, type Endpoint } from '../endpoint'
import { MOST_LISTED, namedShape, pageOf, versioned } from '../shapes'

const campaignShape = z.strictObject({
  ...{ id: z.uuid(), slug: z.string(), title: z.string(), summary: z.string() },
  status: z.enum(keysOf(campaignStatusLabels)),
  timeZone: z.string(),
  dayOrder: z.enum(keysOf(dayOrderLabels)),
  weekStart: z.enum(keysOf(weekStartLabels)),
  restricted: z.boolean(),
  organizations: z
    .array(namedShape.extend({ role: z.enum(keysOf(campaignRoleLabels)) }))
    .max(MOST_LISTED),
  ...versioned,
})
const answer = { name: 'Campaign', schema: campaignShape }
const path = '/campaigns/{campaign}'

function toBody({ organizations, ...campaign }: Campaign) {
  const { id, slug, title, summary, status, timeZone, dayOrder, weekStart, version } = campaign
  return {
    ...{ id, slug, title, summary, status, timeZone, dayOrder, weekStart, version },
    restricted: campaign.isRestricted,
    organizations: organizations.map(({ id, name, role }) => ({ id, name, role })),
    url: pageAddress(`/campaigns/${slug}`),
  }
}

async function read(call: Call, slug = param(call, 'campaign')) {
  const campaign = await getCampaign(call.viewer, slug)
  return { body: toBody(campaign), version: campaign.version }
}

/** Campaigns, by their names in addresses. */
export const campaignEndpoints: Endpoint[] = [
  {
    ...{ name: 'listCampaigns', method: 'GET', path: '/campaigns', group: 'Campaigns' },
    summary: 'Lists the campaigns the token can read, by title.',
    ...{ scope: 'read', status: 200, answer: pageOf('Campaign', campaignShape) },
    run: async ({ viewer }) => ({
      body: { items: (await listCampaigns(viewer)).map(toBody), next: null },
    }),
  },
  {
    ...{ name: 'getCampaign', method: 'GET', path, group: 'Campaigns' },
    summary: 'Reads a campaign.',
    ...{ scope: 'read', status: 200, answer },
    run: (call) => read(call),
  },
  {
    ...{ name: 'createCampaign', method: 'POST', path: '/campaigns', group: 'Campaigns' },
    summary: 'Creates a campaign. Its name in addresses follows from the title and stays the same.',
    ...{ scope: 'publish', status: 201, answer },
    body: { name: 'CampaignInput', schema: campaignSchema },
    run: async (call) => {
      requireWholeWorkspace(call.viewer)
      const { slug } = await createCampaign(call.viewer, checkedBody(campaignSchema, call.body))
      return { ...(await read(call, slug)), location: `/campaigns/${slug}` }
    },
  },
  {
    ...{ name: 'changeCampaign', method: 'PATCH', path, group: 'Campaigns' },
    summary: 'Changes fields of a campaign.',
    ...{ scope: 'publish', status: 200, answer, ifMatch: 'required' },
    body: { name: 'CampaignChange', schema: campaignSchema.partial() },
    run: async (call) => {
      const before = await getCampaign(call.viewer, param(call, 'campaign'))
      const { title, summary, status, timeZone, dayOrder, weekStart } = before
      const fields = { title, summary, status, timeZone, dayOrder, weekStart }
      const version = versionToChange(call, before.version)
      const input = checkedBody(campaignEditSchema, { ...patched(fields, call.body), version })
      const { slug } = await updateCampaign(call.viewer, before.id, input)
      return read(call, slug)
    },
  },
]
