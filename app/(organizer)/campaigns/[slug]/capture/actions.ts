'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { articleSchema } from '@/lib/schemas/capture'
import { boundAction } from '@/server/action'
import { getCampaign } from '@/server/campaigns/queries'
import { documentType, readDocument } from '@/server/capture/read-document'
import { sourceOfDocument } from '@/server/capture/save'

/** Keeps a pasted article as a source and goes to what it proposes. */
export const readArticle = boundAction(
  z.strictObject({ slug: bound.slug, habits: bound.habits }),
  (_values, { habits: { today, ...settings } }) => articleSchema(today, settings),
  async (viewer, { text, published, publisher, url }, { slug, habits }) => {
    const campaign = await getCampaign(viewer, slug)
    const bytes = new TextEncoder().encode(text)
    const document = await readDocument(bytes, documentType(bytes), {
      published: published?.firstDay ?? null,
      publisher,
      url,
    })
    const source = await sourceOfDocument(viewer, document, {
      campaign: campaign.id,
      today: habits.today,
    })
    redirect(`/campaigns/${slug}/sources/${source}/capture`)
  },
)
