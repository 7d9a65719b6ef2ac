import { ActionForm } from '@/components/form/action-form'
import { CurrentPassword, NewPassword } from '@/components/form/password-fields'
import type { FormAction } from '@/lib/forms/state'

/** Another password; the old one is asked for. */
export function PasswordForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} submitLabel="Change the password" submitTone="quiet">
      <CurrentPassword label="Your password now" />
      <NewPassword
        name="newPassword"
        label="The new password"
        then="Every other browser is signed out, and your API tokens and calendar addresses stop working."
      />
    </ActionForm>
  )
}
