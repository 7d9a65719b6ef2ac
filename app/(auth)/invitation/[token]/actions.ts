'use server'

import { redirect } from 'next/navigation'
import { acceptSchema } from '@/lib/schemas/member'
import { formAction } from '@/server/action'
import { acceptInvitation } from '@/server/auth/invitations'
import { requestAddress } from '@/server/auth/request-address'
import { startSession } from '@/server/auth/session'

export const acceptHere = formAction(acceptSchema, async (input) => {
  const { accountId, workspaceId } = await acceptInvitation(input, await requestAddress())
  await startSession(accountId, workspaceId)
  redirect('/campaigns')
})
