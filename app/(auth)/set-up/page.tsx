import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { PageHeader } from '@/components/ui/page-header'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { setUpIsOpen, setupLinkIsLive } from '@/server/auth/setup'
import { setUpHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Set up',
  robots: { index: false, follow: false },
  // The address holds the one-time token.
  referrer: 'no-referrer',
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SetUpPage({ searchParams }: Props) {
  if (!(await setUpIsOpen())) notFound()
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await setupLinkIsLive(token))) return <DeadLink />
  return (
    <>
      <PageHeader title="Set up Throughline" lead="You become the owner of the first workspace." />
      <ActionForm action={setUpHere} submitLabel="Set up" pendingLabel="Setting up …">
        <HiddenField name="token" defaultValue={token} />
        <TextField
          name="workspaceName"
          label="Name of your group or coalition"
          hint="This names the workspace. Its members see it on every page."
          autoComplete="organization"
          required
        />
        <TextField
          name="name"
          label="Your name"
          hint="As other members should see it."
          autoComplete="name"
          required
        />
        <TextField
          name="email"
          label="E-mail address"
          hint="You sign in with it. Nothing is sent to it."
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          name="password"
          label="Password"
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
      <PageHeader title="This set-up link cannot be used" />
      <p>
        It is incomplete, was replaced by a newer one, or is older than 30 minutes. Stop Throughline
        and start it again: it prints a new link. Open that one.
      </p>
    </>
  )
}
