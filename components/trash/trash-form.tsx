import { ActionForm } from '@/components/form/action-form'
import { OwnPassword } from '@/components/form/own-password'
import type { FormAction } from '@/lib/forms/state'

/** Moves the record of a page to the trash; what it takes along is said beside the button. */
export function TrashForm({
  action,
  what,
  password,
}: {
  action: FormAction
  what?: string
  /** Whether one's own password is asked for; left out where it never is. */
  password?: boolean
}) {
  return (
    <div className="chrome mt-10">
      {what && <p className="text-muted mb-3 max-w-prose">{what}</p>}
      <ActionForm
        action={action}
        submitLabel="Move to the trash"
        pendingLabel="Moving …"
        submitTone="danger"
      >
        {password !== undefined && (
          <OwnPassword
            ask={password}
            hint="To delete a campaign, enter it again. It stays valid for ten minutes."
          />
        )}
      </ActionForm>
    </div>
  )
}
