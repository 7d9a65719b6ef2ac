'use server'

import { notFound, redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import { setUpSchema } from '@/lib/schemas/auth'
import { formAction } from '@/server/action'
import { enter } from '@/server/auth/enter'
import { setUp, setUpIsOpen } from '@/server/auth/setup'

const submit = formAction(setUpSchema, async (input) => {
  const { proof } = await setUp(input)
  await enter(proof)
  redirect('/campaigns')
})

// Asked before the form is read: once somebody is set up, nothing here answers any more.
export async function setUpHere(previous: FormState, formData: FormData): Promise<FormState> {
  if (!(await setUpIsOpen())) notFound()
  return submit(previous, formData)
}
