'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { campaignEditSchema } from '@/lib/schemas/campaign'
import { organizerAction } from '@/server/action'
import { updateCampaign } from '@/server/campaigns/edit'

export async function saveCampaign(
  { id }: { id: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(campaignEditSchema, async (viewer, input) => {
    const { slug } = await updateCampaign(viewer, id, input)
    redirect(`/campaigns/${slug}`)
  })(previous, formData)
}
