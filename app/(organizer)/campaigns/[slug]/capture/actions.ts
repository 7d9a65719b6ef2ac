'use server'

import { redirect } from 'next/navigation'
import type { DateHabits } from '@/lib/dates/habits'
import type { FormState } from '@/lib/forms/state'
import { articleSchema } from '@/lib/schemas/capture'
import { organizerAction } from '@/server/action'
import { documentType, readDocument } from '@/server/capture/read-document'
import { sourceOfDocument } from '@/server/capture/save'

/** Keeps a pasted article as a source and goes to what it proposes. */
export async function readArticle(
  { slug, habits: { today, ...settings } }: { slug: string; habits: DateHabits },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(
    articleSchema(today, settings),
    async (viewer, { text, published, publisher, url }) => {
      const bytes = new TextEncoder().encode(text)
      const document = await readDocument(bytes, documentType(bytes), {
        published: published?.firstDay ?? null,
        publisher,
        url,
      })
      const source = await sourceOfDocument(viewer, document, today)
      redirect(`/campaigns/${slug}/sources/${source}/capture`)
    },
  )(previous, formData)
}
