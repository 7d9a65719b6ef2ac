'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { campaignAccessSchema } from '@/lib/schemas/campaign-access'
import { boundAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { updateCampaign } from '@/server/campaigns/edit'
import { letsMoreIn, restrictCampaign } from '@/server/campaigns/restriction'

export const saveCampaign = boundAction(
  z.strictObject({ id: bound.id }),
  campaignEditSchema,
  async (viewer, input, { id }) => {
    const { slug } = await updateCampaign(viewer, id, input)
    redirect(`/campaigns/${slug}`)
  },
)

/** Says who can open the campaign. */
export const saveAccess = boundAction(
  z.strictObject({ id: bound.id }),
  campaignAccessSchema,
  async (viewer, input, { id }, values) => {
    if (await letsMoreIn(viewer, id, input)) await requireOwnPassword(viewer, values)
    await restrictCampaign(viewer, id, input)
    refresh()
    return 'Saved.'
  },
)
