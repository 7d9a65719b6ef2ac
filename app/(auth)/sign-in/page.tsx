import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasskeySignIn } from '@/components/account/passkey-sign-in'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { CurrentPassword } from '@/components/form/password-fields'
import { TextField } from '@/components/form/text-field'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { sendsMail } from '@/server/auth/forgotten-password'
import { safeNextPath } from '@/server/auth/next-path'
import { relyingParty } from '@/server/auth/passkey-challenges'
import { currentMember, findViewer } from '@/server/auth/session'
import { setUpIsOpen } from '@/server/auth/setup'
import { ASK_SOMEBODY } from '../forgot-password/words'
import { askPasskey, signInByPasskey, signInHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Sign in',
  robots: { index: false, follow: false },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const path = safeNextPath(typeof next === 'string' ? next : null)
  if (await findViewer()) redirect(path)
  if (await currentMember()) redirect('/sign-in-codes')
  return (
    <>
      <PageHeader title="Sign in" />
      {(await setUpIsOpen()) && (
        <div className="mb-6">
          <Notice>
            This site has no account yet. Open the set-up link that Throughline printed when it was
            started.
          </Notice>
        </div>
      )}
      <ActionForm action={signInHere} submitLabel="Sign in" pendingLabel="Signing in …">
        <HiddenField name="next" defaultValue={path} />
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
        />
        <CurrentPassword label="Password" />
      </ActionForm>
      {relyingParty() && <PasskeySignIn ask={askPasskey} action={signInByPasskey} next={path} />}
      <div className="text-muted mt-8">
        {sendsMail() ? (
          <a href="/forgot-password" className="inline-flex min-h-11 items-center">
            Forgot your password?
          </a>
        ) : (
          <p>Forgot your password? {ASK_SOMEBODY}</p>
        )}
      </div>
    </>
  )
}
