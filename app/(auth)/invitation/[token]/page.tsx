import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { DeadLink } from '@/components/ui/dead-link'
import { PageHeader } from '@/components/ui/page-header'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'
import { invitedAs } from '@/lib/schemas/words'
import { openInvitation } from '@/server/auth/invitations'
import { tokenMetadata } from '../../token-metadata'
import { acceptHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata = tokenMetadata('Invitation')

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params
  const invitation = await openInvitation(token)
  if (!invitation)
    return (
      <DeadLink title="This invitation cannot be used">
        It is incomplete, was used or revoked, or is older than 48 hours. Ask the person who invited
        you for a new one.
      </DeadLink>
    )
  const { workspaceName, role } = invitation
  return (
    <>
      <PageHeader
        title={
          <>
            Join <bdi>{workspaceName}</bdi>
          </>
        }
        lead={invitedAs[role]}
      />
      <ActionForm
        action={acceptHere}
        initial={{ token }}
        submitLabel="Join"
        pendingLabel="Joining …"
      >
        <HiddenField name="token" defaultValue={token} />
        <TextField
          name="email"
          label="E-mail address"
          hint="The address your invitation is for. You sign in with it."
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          name="name"
          label="Your name"
          hint="As other members should see it. If you have an account here already, its name stays."
          autoComplete="name"
          required
        />
        <TextField
          name="password"
          label="Password"
          hint={`If you have an account here already, its password. Otherwise a new one of at least ${PASSWORD_LENGTH.least} characters.`}
          type="password"
          autoComplete="new-password"
          required
        />
      </ActionForm>
    </>
  )
}
