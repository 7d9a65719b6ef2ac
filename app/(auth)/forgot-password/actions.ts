'use server'

import { forgottenSchema } from '@/lib/schemas/auth'
import { formAction } from '@/server/action'
import { askForResetLink } from '@/server/auth/forgotten-password'
import { requestAddress } from '@/server/auth/request-address'

export const sendLink = formAction(forgottenSchema, async ({ email }) => {
  await askForResetLink({ email, address: await requestAddress() })
  return 'If this address has an account, a link is on its way to it. It works once, within an hour. Check your spam folder, too.'
})
