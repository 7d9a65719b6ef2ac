'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { bound } from '@/lib/schemas/bound'
import type { FormState } from '@/lib/forms/state'
import { formerNameSchema, personSchema } from '@/lib/schemas/person'
import { boundAction, organizerAction } from '@/server/action'
import { decideFormerName } from '@/server/people/former-names'
import { createPerson, updatePerson } from '@/server/people/mutations'

export async function addPerson(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(personSchema, async (viewer, input) => {
    await createPerson(viewer, input)
    refresh()
    return `${input.name} is added.`
  })(previous, formData)
}

export const savePerson = boundAction(
  z.strictObject({ id: bound.id }),
  personSchema,
  async (viewer, input, { id }) => {
    await updatePerson(viewer, id, input)
    refresh()
    return 'Saved. Shares update at once.'
  },
)

export const saveFormerName = boundAction(
  z.strictObject({ id: bound.id }),
  formerNameSchema,
  async (viewer, input, { id }) => {
    await decideFormerName(viewer, id, input)
    refresh()
    return input.shown
      ? 'Shares may show this name from now on.'
      : 'Shares withhold this name from now on.'
  },
)
