import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/lib/forms/state'

/** Moves the record of a page to the trash; what it takes along is said beside the button. */
export function TrashForm({ action, what }: { action: FormAction; what?: string }) {
  return (
    <div className="chrome mt-10">
      {what && <p className="text-muted mb-3 max-w-prose">{what}</p>}
      <ActionForm
        action={action}
        submitLabel="Move to the trash"
        pendingLabel="Moving …"
        submitTone="danger"
      />
    </div>
  )
}
