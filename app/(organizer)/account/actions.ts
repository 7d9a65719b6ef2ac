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
import { nothingSchema } from '@/lib/schemas/trash'
import { organizerAction } from '@/server/action'
import { endOtherSessions, endSessionById } from '@/server/auth/account-sessions'
import { changePassword } from '@/server/auth/change-password'
import { deleteAccount } from '@/server/auth/delete-account'
import {
  changeMailChoice,
  changeOwnEmail,
  changeOwnName,
  changeSettings,
  changeWantedNotifications,
} from '@/server/auth/own-account'
import { requestAddress } from '@/server/auth/request-address'
import { currentMember } from '@/server/auth/session'

export async function setName(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(ownNameSchema, async (viewer, { name }) => {
    await changeOwnName(viewer, name)
    refresh()
    return 'Name changed.'
  })(previous, formData)
}

export async function setEmail(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(ownEmailSchema, async (viewer, input) => {
    await changeOwnEmail(viewer, input, await requestAddress())
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
  return organizerAction(wantedNotificationsSchema, async (viewer, { wanted, mail }) => {
    await changeWantedNotifications(viewer, wanted)
    if (mail) await changeMailChoice(viewer, mail)
    refresh()
    return 'Saved.'
  })(previous, formData)
}

export async function signOutThere(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(sessionSchema, async (viewer, { session }) => {
    await endSessionById(viewer, session)
    refresh()
    return 'That browser is signed out.'
  })(previous, formData)
}

export async function signOutElsewhere(
  previous: FormState,
  formData: FormData,
): Promise<FormState> {
  return organizerAction(nothingSchema, async (viewer) => {
    await endOtherSessions(viewer, (await currentMember())?.sessionId ?? '')
    refresh()
    return 'Every other browser is signed out.'
  })(previous, formData)
}

export async function setPassword(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(passwordChangeSchema, async (viewer, input) => {
    const sessionId = (await currentMember())?.sessionId ?? ''
    await changePassword(viewer, input, { sessionId, address: await requestAddress() })
    refresh()
    return 'Password changed. Every other browser is signed out, and your API tokens no longer work.'
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
