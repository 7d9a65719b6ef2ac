'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { campaignOrganizationSchema, organizationSchema } from '@/lib/schemas/campaign'
import { organizerAction } from '@/server/action'
import { addCampaignOrganization, removeCampaignOrganization } from '@/server/campaigns/mutations'
import { roleSchema } from '@/server/campaigns/schema'
import { updateOrganization } from '@/server/organizations/mutations'

/** What the page knows and the form does not say; bound on the server, so that no browser can change it. */
type Place = { slug: string }

export async function addRole(
  { slug }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(campaignOrganizationSchema, async (viewer, input) => {
    await addCampaignOrganization(viewer, slug, input)
    refresh()
    return `${input.name} is added.`
  })(previous, formData)
}

export async function removeRole(
  { slug }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(roleSchema, async (viewer, input) => {
    await removeCampaignOrganization(viewer, slug, input)
    refresh()
  })(previous, formData)
}

export async function saveOrganization(
  { id, home }: { id: string; home: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(organizationSchema, async (viewer, input) => {
    await updateOrganization(viewer, id, input)
    redirect(home)
  })(previous, formData)
}
