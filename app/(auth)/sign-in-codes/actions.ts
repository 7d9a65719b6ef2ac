'use server'

import { redirect } from 'next/navigation'
import { firstCodeSchema } from '@/lib/schemas/account'
import { nothingSchema } from '@/lib/schemas/trash'
import { formAction } from '@/server/action'
import { requireOwnPassword } from '@/server/auth/own-password'
import { renewRecoveryCodes, turnCodesOff, turnCodesOn } from '@/server/auth/second-step'
import { currentMember } from '@/server/auth/session'

// Not the gate of organizers: who still has to set up codes is let in nowhere else.
async function me() {
  const member = await currentMember()
  return member ?? redirect('/sign-in')
}

export const turnOn = formAction(firstCodeSchema, async ({ code }, values) => {
  const { viewer, sessionId } = await me()
  await requireOwnPassword(viewer, values)
  await turnCodesOn(viewer, code, sessionId)
  redirect('/sign-in-codes')
})

export const turnOff = formAction(nothingSchema, async (_, values) => {
  const { viewer } = await me()
  await requireOwnPassword(viewer, values)
  await turnCodesOff(viewer)
  redirect('/account')
})

export const renew = formAction(nothingSchema, async (_, values) => {
  const { viewer } = await me()
  await requireOwnPassword(viewer, values)
  return {
    message:
      'Print these recovery codes or write them down. Each works once, in place of a code from your phone. They are shown only now.',
    codes: await renewRecoveryCodes(viewer),
  }
})
