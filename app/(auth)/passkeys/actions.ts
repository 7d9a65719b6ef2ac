'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { newPasskeySchema, passkeyNameSchema, passkeySchema } from '@/lib/schemas/passkey'
import { formAction } from '@/server/action'
import { challengeHere, takeToken } from '@/server/auth/enter'
import { requireOwnCode } from '@/server/auth/own-code'
import { requireOwnPassword } from '@/server/auth/own-password'
import { addPasskey, beginPasskey, removePasskey } from '@/server/auth/passkeys'
import { requestAddress } from '@/server/auth/request-address'
import { currentMember } from '@/server/auth/session'

// Not the gate of organizers: who still owes a second factor is let in nowhere else.
async function me() {
  const member = await currentMember()
  return member ?? redirect('/sign-in')
}

export const begin = formAction(passkeyNameSchema, async ({ code }, values) => {
  const member = await me()
  const { viewer } = member
  await requireOwnPassword(viewer, values)
  await requireOwnCode(member, code, await requestAddress())
  return { message: '', challenge: await challengeHere(await beginPasskey(viewer)) }
})

export const add = formAction(newPasskeySchema, async ({ name, code, answer }, values) => {
  const member = await me()
  const { viewer, sessionId } = member
  await requireOwnPassword(viewer, values)
  await requireOwnCode(member, code, await requestAddress())
  await addPasskey(viewer, { token: await takeToken(), name, answer }, sessionId)
  refresh()
  return 'Added. The next time you sign in, choose “Use a passkey”.'
})

export const remove = formAction(passkeySchema, async ({ passkey }, values) => {
  const { viewer, sessionId } = await me()
  await requireOwnPassword(viewer, values)
  await removePasskey(viewer, passkey, sessionId)
  refresh()
  return 'Removed, and your other browsers are signed out. Delete it on your device too, or it will still be offered there.'
})
