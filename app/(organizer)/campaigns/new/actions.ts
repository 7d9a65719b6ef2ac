'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { campaignSchema } from '@/lib/schemas/campaign'
import { organizerAction } from '@/server/action'
import { createCampaign } from '@/server/campaigns/mutations'

export async function makeCampaign(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(campaignSchema, async (viewer, input) => {
    const { slug } = await createCampaign(viewer, input)
    redirect(`/campaigns/${slug}`)
  })(previous, formData)
}
