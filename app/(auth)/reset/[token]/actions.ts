'use server'

import { redirect } from 'next/navigation'
import { resetSchema } from '@/lib/schemas/auth'
import { formAction } from '@/server/action'
import { resetPassword } from '@/server/auth/password-reset'

export const resetHere = formAction(resetSchema, async (input) => {
  await resetPassword(input)
  redirect('/sign-in')
})
