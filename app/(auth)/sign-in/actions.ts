'use server'

import { redirect } from 'next/navigation'
import { signInCodeSchema, signInSchema } from '@/lib/schemas/auth'
import { passkeyAskSchema, passkeySignInSchema } from '@/lib/schemas/passkey'
import { formAction } from '@/server/action'
import { challengeHere, enter, enterWithCode, enterWithPasskey } from '@/server/auth/enter'
import { safeNextPath } from '@/server/auth/next-path'
import { requestAddress } from '@/server/auth/request-address'
import { askForPasskey } from '@/server/auth/passkey-sign-in'
import { browserMark } from '@/server/auth/session'
import { signIn } from '@/server/auth/sign-in'

export const signInHere = formAction(signInSchema, async ({ email, password, next }) => {
  const path = safeNextPath(next)
  const browser = { address: await requestAddress(), mark: await browserMark() }
  const isIn = await enter(await signIn({ email, password, ...browser }))
  redirect(isIn ? path : `/sign-in/code?next=${encodeURIComponent(path)}`)
})

export const signInWithCode = formAction(signInCodeSchema, async ({ code, next }) => {
  await enterWithCode(code)
  redirect(safeNextPath(next))
})

export const askPasskey = formAction(passkeyAskSchema, async () => ({
  message: '',
  challenge: await challengeHere(await askForPasskey(await requestAddress())),
}))

export const signInByPasskey = formAction(passkeySignInSchema, async ({ answer, next }) => {
  await enterWithPasskey(answer)
  redirect(safeNextPath(next))
})
