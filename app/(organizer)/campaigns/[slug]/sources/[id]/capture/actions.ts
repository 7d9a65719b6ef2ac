'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import { acceptAllSchema, acceptSchema, joinSchema } from '@/lib/schemas/capture'
import { boundAction } from '@/server/action'
import { acceptDraft, joinDraft } from '@/server/capture/proposals'

const place = z.strictObject({ slug: bound.slug, id: bound.id, habits: bound.habits })

const home = ({ slug, id }: z.output<typeof place>) => `/campaigns/${slug}/sources/${id}/capture`
const sourceOf = ({ slug, id, habits }: z.output<typeof place>) => ({
  ...{ slug, source: id, today: habits.today },
})

export const accept = boundAction(place, acceptSchema, async (viewer, { key, status }, at) => {
  await acceptDraft(viewer, { ...sourceOf(at), key, status })
  redirect(home(at))
})

export const acceptAll = boundAction(
  place,
  acceptAllSchema,
  async (viewer, { keys, status }, at) => {
    for (const key of keys.split(',')) await acceptDraft(viewer, { ...sourceOf(at), key, status })
    redirect(home(at))
  },
)

export const join = boundAction(place, joinSchema, async (viewer, { key, entry }, at) => {
  await joinDraft(viewer, { ...sourceOf(at), key, entry })
  redirect(home(at))
})
