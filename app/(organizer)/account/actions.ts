'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import {
  accountSettingsSchema,
  ownEmailSchema,
  ownNameSchema,
  wantedNotificationsSchema,
} from '@/lib/schemas/account'
import { confirmSchema, passwordChangeSchema, sessionSchema } from '@/lib/schemas/member'
import { pushAddressSchema, pushEndSchema, pushSubscriptionSchema } from '@/lib/schemas/push'
import { nothingSchema } from '@/lib/schemas/trash'
import { organizerAction } from '@/server/action'
import { endOtherSessions, endSessionById } from '@/server/auth/account-sessions'
import { changeOwnEmail } from '@/server/auth/change-email'
import { changePassword } from '@/server/auth/change-password'
import { deleteAccount } from '@/server/auth/delete-account'
import {
  changeMailChoice,
  changeOwnName,
  changePushedNotifications,
  changeSettings,
  changeWantedNotifications,
} from '@/server/auth/own-account'
import { requireOwnPassword } from '@/server/auth/own-password'
import { endPush, keepPush, subscribeToPush } from '@/server/auth/push-subscriptions'
import { requestAddress } from '@/server/auth/request-address'
import { currentMember, markBrowser, renewToken } from '@/server/auth/session'
import { AppError } from '@/server/errors'
import { isPushService } from '@/server/push/services'

export async function setName(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(ownNameSchema, async (viewer, { name }) => {
    await changeOwnName(viewer, name)
    refresh()
    return 'Name changed.'
  })(previous, formData)
}

export async function setEmail(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(ownEmailSchema, async (viewer, input) => {
    const done = await changeOwnEmail(viewer, input, await requestAddress())
    if (done === 'sent')
      return `A link was sent to ${input.email}. Your address changes when you open it, within a day.`
    refresh()
    return `From now on you sign in with ${input.email}.`
  })(previous, formData)
}

export async function setSettings(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(accountSettingsSchema, async (viewer, settings) => {
    await changeSettings(viewer, settings)
    refresh()
    return 'Saved.'
  })(previous, formData)
}

export async function setNotifications(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(wantedNotificationsSchema, async (viewer, { wanted, pushed, mail }) => {
    await changeWantedNotifications(viewer, wanted)
    await changePushedNotifications(viewer, pushed)
    if (mail) await changeMailChoice(viewer, mail)
    refresh()
    return 'Saved.'
  })(previous, formData)
}

export async function showHere(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(pushSubscriptionSchema, async (viewer, subscription) => {
    if (!isPushService(subscription.address))
      throw new AppError(
        'invalid',
        'This site does not send to the push service of this browser. Its operator can allow it.',
      )
    await subscribeToPush(viewer, (await currentMember())?.sessionId ?? '', subscription)
    refresh()
    return 'This device shows your notifications from now on.'
  })(previous, formData)
}

export async function stillShowHere(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(pushAddressSchema, async (viewer, { address }) => {
    await keepPush(viewer, (await currentMember())?.sessionId ?? '', address)
    refresh()
    return ''
  })(previous, formData)
}

export async function stopShowing(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(pushEndSchema, async (viewer, { subscription }) => {
    await endPush(viewer, subscription)
    refresh()
    return 'That device shows no more notifications.'
  })(previous, formData)
}

export async function signOutThere(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(sessionSchema, async (viewer, { session }, values) => {
    await requireOwnPassword(viewer, values)
    await endSessionById(viewer, session)
    refresh()
    return 'That browser is signed out.'
  })(previous, formData)
}

export async function signOutElsewhere(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer, _, values) => {
    await requireOwnPassword(viewer, values)
    const member = await currentMember()
    await endOtherSessions(viewer, member?.sessionId ?? '')
    // A copy of this browser's cookie is another browser, too.
    if (member) await renewToken(member, { endsFormer: true })
    refresh()
    return 'Every other browser is signed out.'
  })(previous, formData)
}

export async function setPassword(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(passwordChangeSchema, async (viewer, input) => {
    const member = await currentMember()
    const sessionId = member?.sessionId ?? ''
    await changePassword(viewer, input, { sessionId, address: await requestAddress() })
    if (member) await renewToken(member, { endsFormer: true })
    await markBrowser(viewer.accountId)
    refresh()
    return 'Password changed. Every other browser is signed out, and your API tokens and calendar addresses no longer work.'
  })(previous, formData)
}

export async function deleteOwnAccount(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(confirmSchema, async (viewer, { password }) => {
    await deleteAccount(viewer, password, await requestAddress())
    redirect('/sign-in')
  })(previous, formData)
}
