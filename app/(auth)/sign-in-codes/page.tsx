import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodesOn } from '@/components/account/codes-on'
import { CodeSetUp } from '@/components/account/code-set-up'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { SignOutForm } from '@/components/ui/sign-out-form'
import { codeSetUp, secondStepOf } from '@/server/auth/second-step'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { signOut } from '../sign-out'
import { renew, turnOff, turnOn } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Sign-in codes',
  robots: { index: false, follow: false },
}

export default async function SignInCodesPage() {
  const member = await currentMember()
  if (!member) redirect('/sign-in')
  const setUp = await codeSetUp(member.viewer)
  const askPassword = !(await signedInRecently())
  return (
    <>
      <PageHeader
        title="Sign-in codes"
        lead="After your password, sign-in asks for a code from an app on your phone."
      />
      {member.owesCodes && (
        <div className="mb-6">
          <Notice tone="warning">
            <bdi>{member.workspaceName}</bdi> requires sign-in codes for owners and editors. Set
            them up to go on, or <a href="/passkeys">use a passkey</a> instead.
          </Notice>
        </div>
      )}
      {setUp ? (
        <CodeSetUp action={turnOn} {...setUp} askPassword={askPassword} />
      ) : (
        <CodesOn
          {...{ renew, turnOff, askPassword }}
          recoveryLeft={(await secondStepOf(member.viewer)).recoveryLeft}
        />
      )}
      <div className="mt-10">
        {member.owesCodes ? (
          <SignOutForm signOut={signOut} />
        ) : (
          <a href="/account" className="inline-flex min-h-11 items-center">
            Back to your account
          </a>
        )}
      </div>
    </>
  )
}
