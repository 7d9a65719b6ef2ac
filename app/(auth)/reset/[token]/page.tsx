import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { NewPassword } from '@/components/form/password-fields'
import { DeadLink } from '@/components/ui/dead-link'
import { PageHeader } from '@/components/ui/page-header'
import { sendsMail } from '@/server/auth/forgotten-password'
import { passkeysKept, resetIsOpen } from '@/server/auth/password-reset'
import { ASK_SOMEBODY } from '../../forgot-password/words'
import { tokenMetadata } from '../../token-metadata'
import { resetHere } from './actions'

export const dynamic = 'force-dynamic'

export const metadata = tokenMetadata('New password')

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  if (!(await resetIsOpen(token)))
    return (
      <DeadLink title="This link cannot be used">
        It is incomplete, was used or replaced, or is older than an hour.{' '}
        {sendsMail() ? <a href="/forgot-password">Ask for a new one.</a> : ASK_SOMEBODY}
      </DeadLink>
    )
  const passkeys = await passkeysKept(token)
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead="Then sign in with it. Every browser that is signed in now is signed out."
      />
      {passkeys > 0 && (
        <p className="mb-6 max-w-prose">
          {passkeys === 1
            ? 'A passkey signs in to this account without the password, and still will.'
            : `${passkeys} passkeys sign in to this account without the password, and still will.`}{' '}
          Look at your account afterwards, and remove what you did not add yourself.
        </p>
      )}
      <ActionForm
        action={resetHere}
        initial={{ token }}
        submitLabel="Set the password"
        pendingLabel="Setting it …"
      >
        <HiddenField name="token" defaultValue={token} />
        <NewPassword label="New password" />
      </ActionForm>
    </>
  )
}
