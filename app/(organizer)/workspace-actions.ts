'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { safeNextPath } from '@/server/auth/next-path'
import { currentMember } from '@/server/auth/session'
import { enterWorkspace } from '@/server/auth/session-store'
import { orNotFound } from '@/server/pages'

/** Goes on in another workspace of the same account. */
export async function changeWorkspace(formData: FormData): Promise<void> {
  const member = await currentMember()
  if (!member) redirect('/sign-in')
  const workspace = formData.get('workspace')
  await orNotFound(enterWorkspace(member, typeof workspace === 'string' ? workspace : ''))
  // The frame of the page names the workspace, and would go on naming the one before.
  revalidatePath('/', 'layout')
  const to = formData.get('to')
  redirect(safeNextPath(typeof to === 'string' ? to : null))
}
