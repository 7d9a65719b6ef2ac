import { ActionForm } from '@/components/form/action-form'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** Asks for one's own password before what is dangerous. */
export function ConfirmForm({ action }: { action: FormAction }) {
  return (
    <div className="max-w-prose">
      <p className="mb-4">
        To invite or remove someone or change a role, enter your password again. It stays valid for
        ten minutes.
      </p>
      <ActionForm action={action} submitLabel="Confirm" pendingLabel="Checking …">
        <TextField
          name="password"
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
        />
      </ActionForm>
    </div>
  )
}
