import { ActionForm } from '@/components/form/action-form'
import { CurrentPassword } from '@/components/form/password-fields'
import type { FormAction } from '@/lib/forms/state'

/** Deletes one's own account, after saying what stays. */
export function DeleteAccountForm({ action }: { action: FormAction }) {
  return (
    <>
      <p className="mb-4">
        Your e-mail address, your password and your sign-ins are erased, you leave every workspace,
        and the links that you manage stop working. What you wrote stays in the record; each
        workspace decides whether your name stays on it. Backups that were made before still hold
        your account until they are replaced. This cannot be undone.
      </p>
      <ActionForm
        action={action}
        submitLabel="Delete your account"
        pendingLabel="Deleting …"
        submitTone="danger"
      >
        <CurrentPassword />
      </ActionForm>
    </>
  )
}
