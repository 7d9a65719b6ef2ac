'use server'

import { redirect } from 'next/navigation'
import { revalidatePath } from 'next/cache'
import { kindNamed } from '@/lib/kinds/index'
import { entrySchema } from '@/lib/schemas/entry'
import { recordSchema } from '@/lib/schemas/campaign'
import { organizerAction } from '@/server/action'
import { createEntry, updateEntry } from '@/server/entries/mutations'
import { restoreEntry, trashEntry } from '@/server/entries/trash'
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
    redirect(`/campaigns/${campaignSlug}/trash`)
  })(previous, formData)
}

export async function restoreFromTrash(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    const { campaignSlug } = await restoreEntry(viewer, id)
    revalidatePath(`/campaigns/${campaignSlug}/trash`)
    redirect(`/campaigns/${campaignSlug}/entries/${id}`)
  })(previous, formData)
}
