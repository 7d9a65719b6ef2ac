'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { newPasskeySchema, passkeyNameSchema, passkeySchema } from '@/lib/schemas/passkey'
import { formAction } from '@/server/action'
import { challengeHere, takeToken } from '@/server/auth/enter'
import { requireOwnPassword } from '@/server/auth/own-password'
import { addPasskey, beginPasskey, removePasskey } from '@/server/auth/passkeys'
import { currentMember } from '@/server/auth/session'

// Not the gate of organizers: who still owes a second factor is let in nowhere else.
async function me() {
  const member = await currentMember()
  return member ?? redirect('/sign-in')
}

export const begin = formAction(passkeyNameSchema, async (_, values) => {
  const { viewer } = await me()
  await requireOwnPassword(viewer, values)
  return { message: '', challenge: await challengeHere(await beginPasskey(viewer)) }
})

export const add = formAction(newPasskeySchema, async ({ name, answer }, values) => {
  const { viewer, sessionId } = await me()
  await requireOwnPassword(viewer, values)
  await addPasskey(viewer, { token: await takeToken(), name, answer }, sessionId)
  refresh()
  return 'Added. The next time you sign in, choose “Use a passkey”.'
})

export const remove = formAction(passkeySchema, async ({ passkey }, values) => {
  const { viewer } = await me()
  await requireOwnPassword(viewer, values)
  await removePasskey(viewer, passkey)
  refresh()
  return 'Removed. Delete it on your device too, or it will still be offered there.'
})
