import { ActionForm } from '@/components/form/action-form'
import { CurrentPassword } from '@/components/form/password-fields'
import type { FormAction } from '@/lib/forms/state'

/** Asks for one's own password before what is dangerous. */
export function ConfirmForm({ action }: { action: FormAction }) {
  return (
    <div className="max-w-prose">
      <p className="mb-4">
        To invite or remove someone, change a role or make a link for a forgotten password, enter
        your password again. It stays valid for ten minutes.
      </p>
      <ActionForm action={action} submitLabel="Confirm" pendingLabel="Checking …">
        <CurrentPassword />
      </ActionForm>
    </div>
  )
}
