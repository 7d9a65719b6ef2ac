'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { acceptAllSchema, acceptSchema, joinSchema } from '@/lib/schemas/capture'
import { organizerAction } from '@/server/action'
import { acceptDraft, joinDraft } from '@/server/capture/proposals'

type Place = { slug: string; source: string; today: string }

const home = ({ slug, source }: Place) => `/campaigns/${slug}/sources/${source}/capture`

export async function accept(
  place: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(acceptSchema, async (viewer, { key, status }) => {
    await acceptDraft(viewer, { ...place, key, status })
    redirect(`${home(place)}#${key}`)
  })(previous, formData)
}

export async function acceptAll(
  place: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(acceptAllSchema, async (viewer, { keys, status }) => {
    for (const key of keys.split(',')) await acceptDraft(viewer, { ...place, key, status })
    redirect(home(place))
  })(previous, formData)
}

export async function join(
  place: Place,
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(joinSchema, async (viewer, { key, entry }) => {
    await joinDraft(viewer, { ...place, key, entry })
    redirect(`${home(place)}#${key}`)
  })(previous, formData)
}
