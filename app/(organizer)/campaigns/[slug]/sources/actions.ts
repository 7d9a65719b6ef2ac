'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { sourceSchema } from '@/lib/schemas/source'
import { organizerAction } from '@/server/action'
import { createSource, updateSource } from '@/server/sources/mutations'

/** What the page knows and the form does not say; bound on the server, so that no browser can change it. */
type Place = { slug: string; today: string }

export async function addSource(
  { slug, today }: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(sourceSchema(today), async (viewer, input) => {
    const id = await createSource(viewer, input)
    redirect(`/campaigns/${slug}/sources/${id}`)
  })(previous, formData)
}

export async function saveSource(
  { today, id, home }: Pick<Place, 'today'> & { id: string; home: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(sourceSchema(today), async (viewer, input) => {
    await updateSource(viewer, id, input)
    redirect(home)
  })(previous, formData)
}
