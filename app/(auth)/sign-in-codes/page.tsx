import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CodesOn } from '@/components/account/codes-on'
import { CodeSetUp } from '@/components/account/code-set-up'
import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import { asksOwnCode } from '@/server/auth/own-code'
import { codeSetUp, secondStepOf } from '@/server/auth/second-step'
import { currentMember, signedInRecently } from '@/server/auth/session'
import { SecondStepPage } from '../second-step-page'
import { confirm, renew, turnOff, turnOn } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Sign-in codes',
  robots: { index: false, follow: false },
}

export default async function SignInCodesPage() {
  const member = await currentMember()
  if (!member) redirect('/sign-in')
  const askPassword = !(await signedInRecently())
  const state = await secondStepOf(member.viewer)
  // Whoever finds the browser open could make codes for good with what is shown here.
  const setUp = state.on || askPassword ? null : await codeSetUp(member.viewer)
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
      {state.on ? (
        <CodesOn
          {...{ renew, turnOff, askPassword }}
          {...state}
          asksCode={await asksOwnCode(member)}
        />
      ) : setUp ? (
        <CodeSetUp action={turnOn} {...setUp} askPassword={askPassword} />
      ) : (
        <ActionForm action={confirm} submitLabel="Continue" pendingLabel="Checking …">
          <OwnPassword ask hint="To confirm it’s you, before your key is shown." />
        </ActionForm>
      )}
    </SecondStepPage>
  )
}
