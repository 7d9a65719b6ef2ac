'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/forms/state'
import {
  confirmSchema,
  invitationSchema,
  inviteFormSchema,
  memberSchema,
  removalSchema,
  roleChangeSchema,
} from '@/lib/schemas/member'
import { memberRoleLabels } from '@/lib/schemas/words'
import { organizerAction } from '@/server/action'
import { makeResetLink } from '@/server/auth/password-reset'
import { giveOwnPassword } from '@/server/auth/own-password'
import { requireRecentSignIn } from '@/server/auth/session'
import type { Organizer } from '@/server/auth/viewer'
import { AppError } from '@/server/errors'
import { mailInvitation } from '@/server/members/invitation-mail'
import {
  changeRole,
  inviteMember,
  removeMember,
  restoreMember,
  revokeInvitation,
  suspendMember,
} from '@/server/members/mutations'

export async function invite(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(inviteFormSchema, async (viewer, { mail, ...input }) => {
    await requireRecentSignIn()
    const invitation = await inviteMember(viewer, input)
    refresh()
    const next = mail ? await mailedInWords(viewer, invitation) : GIVE
    return {
      message: `The invitation for ${input.email} is ready. ${next} It is shown only now and works once.`,
      address: invitation.url,
    }
  })(previous, formData)
}

const GIVE = 'Give them this address within 48 hours.'

// The invitation is good however its mail fares, and its address is shown this once.
async function mailedInWords(
  viewer: Organizer,
  invitation: { id: string; url: string },
): Promise<string> {
  try {
    const state = await mailInvitation(viewer, invitation)
    if (state === 'sent')
      return 'It was mailed to them. If it does not arrive, give them this address within 48 hours.'
    if (state === 'unknown') return `Whether the mail arrives is not known. ${GIVE}`
  } catch (error) {
    if (error instanceof AppError) return `It was not mailed: ${error.message} ${GIVE}`
    throw error
  }
  return `It could not be mailed. ${GIVE}`
}

export async function takeBack(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(invitationSchema, async (viewer, { invitation }) => {
    await revokeInvitation(viewer, invitation)
    refresh()
    return 'Invitation revoked.'
  })(previous, formData)
}

export async function setRole(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(roleChangeSchema, async (viewer, { member, role }) => {
    await requireRecentSignIn()
    const { links, webhooks } = await changeRole(viewer, member, role)
    refresh()
    const ended =
      webhooks === 1 ? ' One webhook of theirs has' : ` ${webhooks} webhooks of theirs have`
    const said = `The role is now ${memberRoleLabels[role].toLowerCase()}.${webhooks > 0 ? `${ended} ended.` : ''}`
    if (links === 0) return said
    const theirs =
      links === 1 ? 'One link that they managed is' : `${links} links that they managed are`
    const whose = member === viewer.memberId ? 'managed by another owner' : 'managed by you'
    return `${said} ${theirs} now ${whose}: see Shares in each campaign.`
  })(previous, formData)
}

export async function remove(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(removalSchema, async (viewer, { member, keeper }) => {
    await requireRecentSignIn()
    await removeMember(viewer, member, keeper || null)
    if (member === viewer.memberId) redirect('/sign-in')
    refresh()
    return 'Member removed.'
  })(previous, formData)
}

export async function suspend(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(memberSchema, async (viewer, { member }) => {
    await requireRecentSignIn()
    await suspendMember(viewer, member)
    refresh()
    return 'Member suspended and signed out everywhere.'
  })(previous, formData)
}

export async function restore(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(memberSchema, async (viewer, { member }) => {
    await requireRecentSignIn()
    await restoreMember(viewer, member)
    refresh()
    return 'Member restored. They can sign in again.'
  })(previous, formData)
}

export async function resetLink(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(memberSchema, async (viewer, { member }) => {
    await requireRecentSignIn()
    const { url } = await makeResetLink(viewer, member)
    return {
      message:
        'Give them this address within an hour, in person or over a channel you trust: whoever opens it chooses the password. It is shown only now and works once. Their passkeys still sign in: where somebody else may have added one, have them look at it, or suspend them.',
      address: url,
    }
  })(previous, formData)
}

export async function confirm(previous: FormState, formData: FormData): Promise<FormState> {
  return organizerAction(confirmSchema, async (viewer, { password }) => {
    await giveOwnPassword(viewer, password)
    redirect('/members')
  })(previous, formData)
}
