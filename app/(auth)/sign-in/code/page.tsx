import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { waitsForCode } from '@/server/auth/enter'
import { safeNextPath } from '@/server/auth/next-path'
import { signInWithCode } from '../actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Sign-in code',
  robots: { index: false, follow: false },
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInCodePage({ searchParams }: Props) {
  const { next } = await searchParams
  if (!(await waitsForCode())) redirect('/sign-in')
  return (
    <>
      <PageHeader title="Your sign-in code" />
      <ActionForm action={signInWithCode} submitLabel="Sign in" pendingLabel="Signing in …">
        <HiddenField
          name="next"
          defaultValue={safeNextPath(typeof next === 'string' ? next : null)}
        />
        <TextField
          name="code"
          label="Code"
          hint="The 6 digits that the app on your phone shows now, or one of your recovery codes."
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
      </ActionForm>
      <p className="text-muted mt-8">
        Without phone and recovery codes, ask the operator of this site for a link that resets your
        sign-in. <a href="/sign-in">Sign in as somebody else</a>
      </p>
    </>
  )
}
