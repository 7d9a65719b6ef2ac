import 'server-only'
import { z } from 'zod'
import { scopeLabels, shareSchema } from '@/lib/schemas/share'
import { keysOf, lensLabels } from '@/lib/schemas/words'
import { getCampaign } from '../../campaigns/queries'
import { notFound } from '../../errors'
import { revokeShare } from '../../shares/links/ending'
import { createShare } from '../../shares/links/mutations'
import { getShare, listShares } from '../../shares/links/queries'
import type { Share } from '../../shares/links/dto'
import { checkedBody, param, patched, type Call, type Endpoint } from '../endpoint'
import { DONE, doneShape, pageOf } from '../shapes'

const group = 'Shares'
const list = '/campaigns/{campaign}/shares'
const path = `${list}/{share}`
const shareShape = z.strictObject({
  ...{ id: z.uuid(), campaign: z.string(), label: z.string() },
  lens: z.enum(keysOf(lensLabels)),
  scope: z.enum(keysOf(scopeLabels)),
  filter: z.string(),
  entry: z.uuid().nullable(),
  state: z.enum(['live', 'expired', 'revoked', 'left']),
  ...{ paused: z.boolean(), locked: z.boolean() },
  /** The address to hand over; null where this installation's key no longer opens it. */
  url: z.url().nullable(),
  ...{ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable() },
})
const answer = { name: 'Share', schema: shareShape }

function toBody(share: Share) {
  const { id, label, lens, scope, filter, state, paused, locked, url, createdAt, expiresAt } = share
  return {
    ...{ id, label, lens, scope, filter, state, paused, locked, url, createdAt, expiresAt },
    ...{ campaign: share.campaign.slug, entry: share.entryId },
  }
}

async function shareAt(call: Call): Promise<Share> {
  const { id } = await getCampaign(call.viewer, param(call, 'campaign'))
  const share = await getShare(call.viewer, param(call, 'share'))
  if (share.campaign.id !== id) throw notFound('share link')
  return share
}

/** Links to readers. */
export const shareEndpoints: Endpoint[] = [
  {
    ...{ name: 'listShares', method: 'GET', path: list, group },
    summary: 'Lists the links to a campaign, the newest first.',
    ...{ scope: 'publish', status: 200, answer: pageOf('Share', shareShape) },
    run: async (call) => {
      const { id } = await getCampaign(call.viewer, param(call, 'campaign'))
      return { body: { items: (await listShares(call.viewer, id)).map(toBody), next: null } }
    },
  },
  {
    ...{ name: 'getShare', method: 'GET', path, group },
    summary: 'Reads a link.',
    ...{ scope: 'publish', status: 200, answer },
    run: async (call) => ({ body: toBody(await shareAt(call)) }),
  },
  {
    ...{ name: 'createShare', method: 'POST', path: list, group },
    summary: 'Creates a read-only link that expires.',
    ...{ scope: 'publish', status: 201, answer },
    body: { name: 'ShareInput', schema: shareSchema.omit({ campaign: true }) },
    run: async (call) => {
      const { id: campaign, slug } = await getCampaign(call.viewer, param(call, 'campaign'))
      const input = checkedBody(endingShare, { ...patched({}, call.body), campaign })
      const { id } = await createShare(call.viewer, input)
      const share = await getShare(call.viewer, id)
      return { body: toBody(share), location: `/campaigns/${slug}/shares/${id}` }
    },
  },
  {
    ...{ name: 'endShare', method: 'DELETE', path, group },
    summary: 'Revokes a link for good, everywhere at once.',
    ...{ scope: 'publish', status: 200, answer: doneShape },
    run: async (call) => {
      await revokeShare(call.viewer, (await shareAt(call)).id)
      return DONE
    },
  },
]

// A link without an end asks a person for the password again, which a program has not.
const endingShare = shareSchema.refine(({ expires }) => expires !== null, {
  path: ['expires'],
  message: 'A program makes links that end: say after how many days, such as 30d.',
})
