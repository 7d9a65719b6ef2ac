import type { Metadata } from 'next'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { resetIsOpen } from '@/server/auth/password-reset'
import { resetHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'New password',
  robots: { index: false, follow: false },
  // The address holds the one-time token.
  referrer: 'no-referrer',
}

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  if (!(await resetIsOpen(token))) return <DeadLink />
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead="Then sign in with it. Every browser that is signed in now is signed out."
      />
      <ActionForm
        action={resetHere}
        initial={{ token }}
        submitLabel="Set the password"
        pendingLabel="Setting it …"
      >
        <HiddenField name="token" defaultValue={token} />
        <TextField
          name="password"
          label="New password"
          hint={`At least ${PASSWORD_LENGTH.least} characters. A few unrelated words are easy to remember.`}
          type="password"
          autoComplete="new-password"
          required
        />
      </ActionForm>
    </>
  )
}

function DeadLink() {
  return (
    <>
      <PageHeader title="This link cannot be used" />
      <p>
        It is incomplete, was used or replaced, or is older than an hour. Ask an owner of your
        workspace for a new one.
      </p>
    </>
  )
}
