'use server'

import { redirect } from 'next/navigation'
import { signInCodeSchema, signInSchema } from '@/lib/schemas/auth'
import { formAction } from '@/server/action'
import { enter, enterWithCode } from '@/server/auth/enter'
import { safeNextPath } from '@/server/auth/next-path'
import { requestAddress } from '@/server/auth/request-address'
import { signIn } from '@/server/auth/sign-in'

export const signInHere = formAction(signInSchema, async ({ email, password, next }) => {
  const path = safeNextPath(next)
  const isIn = await enter(await signIn({ email, password, address: await requestAddress() }))
  redirect(isIn ? path : `/sign-in/code?next=${encodeURIComponent(path)}`)
})

export const signInWithCode = formAction(signInCodeSchema, async ({ code, next }) => {
  await enterWithCode(code)
  redirect(safeNextPath(next))
})
