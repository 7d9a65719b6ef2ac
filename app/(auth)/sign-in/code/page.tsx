import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { CodeField } from '@/components/form/code-field'
import { HiddenField } from '@/components/form/hidden-field'
import { PasskeySignIn } from '@/components/account/passkey-sign-in'
import { PageHeader } from '@/components/ui/page-header'
import { waitsFor } from '@/server/auth/enter'
import { safeNextPath } from '@/server/auth/next-path'
import { askPasskey, signInByPasskey, signInWithCode } from '../actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Sign-in code',
  robots: { index: false, follow: false },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInCodePage({ searchParams }: Props) {
  const { next } = await searchParams
  const waits = await waitsFor()
  if (!waits) redirect('/sign-in')
  const path = safeNextPath(typeof next === 'string' ? next : null)
  return (
    <>
      <PageHeader title={waits.code ? 'Your sign-in code' : 'Your passkey'} />
      {waits.code ? (
        <ActionForm action={signInWithCode} submitLabel="Sign in" pendingLabel="Signing in …">
          <HiddenField name="next" defaultValue={path} />
          <CodeField autoFocus />
        </ActionForm>
      ) : (
        <p>Your workspace asks owners and editors for more than a password.</p>
      )}
      {waits.passkey && <PasskeySignIn ask={askPasskey} action={signInByPasskey} next={path} />}
      <p className="text-muted mt-8">
        {waits.code ? 'Without your phone and recovery codes' : 'Without your passkey'}, ask the
        operator of this site for a link that resets your sign-in.{' '}
        <a href="/sign-in">Sign in as somebody else</a>
      </p>
    </>
  )
}
