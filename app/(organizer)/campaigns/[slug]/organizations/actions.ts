'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { campaignOrganizationSchema, organizationSchema } from '@/lib/schemas/campaign'
import { boundAction } from '@/server/action'
import { addCampaignOrganization, removeCampaignOrganization } from '@/server/campaigns/mutations'
import { roleSchema } from '@/server/campaigns/schema'
import { updateOrganization } from '@/server/organizations/mutations'

export const addRole = boundAction(
  z.strictObject({ slug: bound.slug }),
  campaignOrganizationSchema,
  async (viewer, input, { slug }) => {
    await addCampaignOrganization(viewer, slug, input)
    refresh()
    return `${input.name} is added.`
  },
)

export const removeRole = boundAction(
  z.strictObject({ slug: bound.slug }),
  roleSchema,
  async (viewer, input, { slug }) => {
    await removeCampaignOrganization(viewer, slug, input)
    refresh()
  },
)

export const saveOrganization = boundAction(
  z.strictObject({ id: bound.id, home: bound.path }),
  organizationSchema,
  async (viewer, input, { id, home }) => {
    await updateOrganization(viewer, id, input)
    redirect(home)
  },
)
