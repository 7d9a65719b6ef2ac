import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodesOn } from '@/components/account/codes-on'
import { CodeSetUp } from '@/components/account/code-set-up'
import { codeSetUp, secondStepOf } from '@/server/auth/second-step'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { SecondStepPage } from '../second-step-page'
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
    <SecondStepPage
      title="Sign-in codes"
      lead="After your password, sign-in asks for a code from an app on your phone."
      owes={member.owesCodes}
      owed={
        <>
          <bdi>{member.workspaceName}</bdi> requires sign-in codes for owners and editors. Set them
          up to go on, or <a href="/passkeys">use a passkey</a> instead.
        </>
      }
    >
      {setUp ? (
        <CodeSetUp action={turnOn} {...setUp} askPassword={askPassword} />
      ) : (
        <CodesOn
          {...{ renew, turnOff, askPassword }}
          recoveryLeft={(await secondStepOf(member.viewer)).recoveryLeft}
        />
      )}
    </SecondStepPage>
  )
}
