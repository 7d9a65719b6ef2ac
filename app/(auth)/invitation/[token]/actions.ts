'use server'

import { redirect } from 'next/navigation'
import { acceptSchema } from '@/lib/schemas/member'
import { formAction } from '@/server/action'
import { enter } from '@/server/auth/enter'
import { acceptInvitation } from '@/server/auth/invitations'
import { requestAddress } from '@/server/auth/request-address'

export const acceptHere = formAction(acceptSchema, async (input) => {
  const { proof, workspaceId } = await acceptInvitation(input, await requestAddress())
  redirect((await enter(proof, workspaceId)) ? '/campaigns' : '/sign-in/code')
})
