'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstCodeSchema, ownCodeSchema } from '@/lib/schemas/account'
import { nothingSchema } from '@/lib/schemas/trash'
import { formAction } from '@/server/action'
import { requireOwnCode } from '@/server/auth/own-code'
import { requireOwnPassword } from '@/server/auth/own-password'
import { requestAddress } from '@/server/auth/request-address'
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

/** Opens what is shown to nobody who only found the browser open. */
export const confirm = formAction(nothingSchema, async (_, values) => {
  const { viewer } = await me()
  await requireOwnPassword(viewer, values)
  refresh()
})

export const turnOff = formAction(ownCodeSchema, async ({ code }, values) => {
  const member = await me()
  await requireOwnPassword(member.viewer, values)
  await requireOwnCode(member, code, await requestAddress())
  await turnCodesOff(member.viewer)
  redirect('/account')
})

export const renew = formAction(ownCodeSchema, async ({ code }, values) => {
  const member = await me()
  await requireOwnPassword(member.viewer, values)
  await requireOwnCode(member, code, await requestAddress())
  return {
    message:
      'Print these recovery codes or write them down. Each works once, in place of a code from your phone. They are shown only now.',
    codes: await renewRecoveryCodes(member.viewer),
  }
})
