import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { NewPassword } from '@/components/form/password-fields'
import { TextField } from '@/components/form/text-field'
import { DeadLink } from '@/components/ui/dead-link'
import { PageHeader } from '@/components/ui/page-header'
import { setUpIsOpen, setupLinkIsLive } from '@/server/auth/setup'
import { tokenMetadata } from '../token-metadata'
import { setUpHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata = tokenMetadata('Set up')

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SetUpPage({ searchParams }: Props) {
  if (!(await setUpIsOpen())) notFound()
  const { token } = await searchParams
  if (typeof token !== 'string' || !(await setupLinkIsLive(token)))
    return (
      <DeadLink title="This set-up link cannot be used">
        It is incomplete, was replaced by a newer one, or is older than 30 minutes. Stop Throughline
        and start it again: it prints a new link. Open that one.
      </DeadLink>
    )
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
        <NewPassword label="Password" />
      </ActionForm>
    </>
  )
}
