import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NothingHere } from '@/components/ui/nothing-here'
import { OtherWorkspaces } from '@/components/workspace/other-workspaces'
import { requestHeader } from '@/lib/inner-headers'
import { currentMember } from '@/server/auth/session'
import { changeWorkspace } from './workspace-actions'

export const metadata: Metadata = { title: 'Not found' }

// The layout around it is the page's main part already.
export default async function NotFound() {
  const member = await currentMember()
  const here = (await headers()).get(requestHeader.path) ?? ''
  return (
    <>
      <NothingHere />
      {member && <OtherWorkspaces {...{ member, here }} change={changeWorkspace} />}
    </>
  )
}
