'use server'

import { redirect } from 'next/navigation'
import { confirmAddressSchema } from '@/lib/schemas/account'
import { formAction } from '@/server/action'
import { confirmEmail } from '@/server/auth/change-email'

export const confirmHere = formAction(confirmAddressSchema, async ({ token }) => {
  await confirmEmail(token)
  redirect('/account')
})
