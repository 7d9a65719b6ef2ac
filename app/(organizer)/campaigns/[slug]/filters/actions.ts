'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { recordSchema } from '@/lib/schemas/campaign'
import { savedFilterSchema } from '@/lib/timeline/saved'
import { organizerAction } from '@/server/action'
import { removeSavedFilter, saveFilter } from '@/server/timeline/filter/saved'

export async function saveFilterAs(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(savedFilterSchema, async (viewer, input) => {
    await saveFilter(viewer, input)
    revalidatePath('/campaigns/[slug]', 'layout')
    return 'Filter saved.'
  })(previous, formData)
}

export async function removeFilter(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(recordSchema, async (viewer, { id }) => {
    await removeSavedFilter(viewer, id)
    revalidatePath('/campaigns/[slug]', 'layout')
    return 'Filter removed.'
  })(previous, formData)
}
