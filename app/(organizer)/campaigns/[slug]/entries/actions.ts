'use server'

import { redirect } from 'next/navigation'
import { ANOTHER } from '@/lib/entries/alike'
import { kindNamed } from '@/lib/kinds/index'
import { entrySchema } from '@/lib/schemas/entry'
import { recordSchema } from '@/lib/schemas/campaign'
import { reviewSchema } from '@/lib/schemas/record'
import { organizerAction } from '@/server/action'
import { requireUnlike } from '@/server/entries/look-alikes'
import { createEntry, updateEntry } from '@/server/entries/mutations'
import { reviewEntry } from '@/server/entries/review'
import { trashEntry } from '@/server/entries/trash'
import type { FormState, FormValues } from '@/lib/forms/state'

/** What the page knows and the form does not say; bound on the server, so that no browser can change it. */
type Place = { slug: string; today: string }

const schemaFor = (today: string) => (values: FormValues) =>
  entrySchema(kindNamed(values.kind), today)

export async function logEntry(
  { slug, today }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(schemaFor(today), async (viewer, input, values) => {
    if (values[ANOTHER] !== 'on') await requireUnlike(viewer, slug, input)
    const { id } = await createEntry(viewer, slug, input)
    redirect(
      values._then === 'another'
        ? `/campaigns/${slug}/entries/new?like=${id}`
        : `/campaigns/${slug}/entries/${id}`,
    )
  })(previous, formData)
}

export async function saveEntry(
  { slug, today, id }: Place & { id: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(schemaFor(today), async (viewer, input, values) => {
    await updateEntry(viewer, id, input, values)
    redirect(`/campaigns/${slug}/entries/${id}`)
  })(previous, formData)
}

export async function moveToTrash(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    const { campaignSlug } = await trashEntry(viewer, id)
    redirect(`/campaigns/${campaignSlug}/trash?undo=${id}`)
  })(previous, formData)
}

export async function review(
  { slug, id }: { slug: string; id: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(reviewSchema, async (viewer, input) => {
    await reviewEntry(viewer, id, input)
    redirect(`/campaigns/${slug}/entries/${id}`)
  })(previous, formData)
}
