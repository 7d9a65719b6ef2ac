'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { personSchema } from '@/lib/schemas/person'
import { organizerAction } from '@/server/action'
import { createPerson, updatePerson } from '@/server/people/mutations'

export async function addPerson(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(personSchema, async (viewer, input) => {
    await createPerson(viewer, input)
    refresh()
    return `${input.name} is added.`
  })(previous, formData)
}

export async function savePerson(
  { id }: { id: string },
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(personSchema, async (viewer, input) => {
    await updatePerson(viewer, id, input)
    refresh()
    return 'Saved. Shares follow at once.'
  })(previous, formData)
}
