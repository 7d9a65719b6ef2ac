'use server'

import { redirect } from 'next/navigation'
import { signInSchema } from '@/lib/schemas/auth'
import { formAction } from '@/server/action'
import { safeNextPath } from '@/server/auth/next-path'
import { requestAddress } from '@/server/auth/request-address'
import { startSession } from '@/server/auth/session'
import { signIn } from '@/server/auth/sign-in'

export const signInHere = formAction(signInSchema, async ({ email, password, next }) => {
  await startSession(await signIn({ email, password, address: await requestAddress() }))
  redirect(safeNextPath(next))
})
