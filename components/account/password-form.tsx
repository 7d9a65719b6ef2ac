import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { PASSWORD_LENGTH } from '@/lib/schemas/auth'

/** Another password; the old one is asked for. */
export function PasswordForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} submitLabel="Change the password" submitTone="quiet">
      <TextField
        name="password"
        label="Your password now"
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        name="newPassword"
        label="The new password"
        hint={`At least ${PASSWORD_LENGTH.least} characters. A few unrelated words are easy to remember. Every other browser is signed out.`}
        type="password"
        autoComplete="new-password"
        required
      />
    </ActionForm>
  )
}
