import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { DeadLink } from '@/components/ui/dead-link'
import { PageHeader } from '@/components/ui/page-header'
import { addressToConfirm } from '@/server/auth/change-email'
import { tokenMetadata } from '../../token-metadata'
import { confirmHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata = tokenMetadata('New e-mail address')

export default async function ConfirmAddressPage({
  params,
}: PageProps<'/confirm-address/[token]'>) {
  const { token } = await params
  const email = await addressToConfirm(token)
  if (email === null)
    return (
      <DeadLink title="This link cannot be used">
        It is incomplete, was used, or is older than a day, or your password changed since.{' '}
        <a href="/account">Change the address once more.</a>
      </DeadLink>
    )
  return (
    <>
      <PageHeader
        title="Sign in with this address?"
        lead={
          <>
            Once you confirm, you sign in with <bdi className="break-words">{email}</bdi>.
          </>
        }
      />
      <ActionForm
        action={confirmHere}
        initial={{ token }}
        submitLabel="Use this address"
        pendingLabel="Changing it …"
      >
        <HiddenField name="token" defaultValue={token} />
      </ActionForm>
    </>
  )
}
