'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { sourceSchema } from '@/lib/schemas/source'
import { boundAction } from '@/server/action'
import { getCampaign } from '@/server/campaigns/queries'
import { createSource, updateSource } from '@/server/sources/mutations'

export const addSource = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => sourceSchema(today, settings),
  async (viewer, input, { slug }) => {
    const campaign = await getCampaign(viewer, slug)
    const id = await createSource(viewer, input, campaign.id)
    redirect(`/campaigns/${slug}/sources/${id}`)
  },
)

export const saveSource = boundAction(
  z.strictObject({ habits: bound.habits, id: bound.id, home: bound.path }),
  (_values, { habits: { today, ...settings } }) => sourceSchema(today, settings),
  async (viewer, input, { id, home }) => {
    await updateSource(viewer, id, input)
    redirect(home)
  },
)
