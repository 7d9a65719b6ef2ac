'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { boundAction } from '@/server/action'
import { updateCampaign } from '@/server/campaigns/edit'

export const saveCampaign = boundAction(
  z.strictObject({ id: bound.id }),
  campaignEditSchema,
  async (viewer, input, { id }) => {
    const { slug } = await updateCampaign(viewer, id, input)
    redirect(`/campaigns/${slug}`)
  },
)
