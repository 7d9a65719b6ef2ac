'use server'

import { refresh } from 'next/cache'
import type { FormState } from '@/lib/forms/state'
import { passwordChangeSchema, sessionSchema } from '@/lib/schemas/member'
import { organizerAction } from '@/server/action'
import { endSessionById } from '@/server/auth/account-sessions'
import { changePassword } from '@/server/auth/change-password'
import { requestAddress } from '@/server/auth/request-address'
import { currentMember } from '@/server/auth/session'

export async function signOutThere(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(sessionSchema, async (viewer, { session }) => {
    await endSessionById(viewer, session)
    refresh()
    return 'That browser is signed out.'
  })(previous, formData)
}

export async function setPassword(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(passwordChangeSchema, async (viewer, input) => {
    const sessionId = (await currentMember())?.sessionId ?? ''
    await changePassword(viewer, input, { sessionId, address: await requestAddress() })
    refresh()
    return 'The password is changed, and every other browser is signed out.'
  })(previous, formData)
}
