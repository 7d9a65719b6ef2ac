import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'

const PUBLISH = { decision: 'publish' }

/** Publishes a draft from its own page. */
export function PublishForm({ action }: { action: FormAction }) {
  return (
    <div className="chrome mb-6">
      <ActionForm
        action={action}
        initial={PUBLISH}
        submitLabel="Publish"
        pendingLabel="Publishing …"
      >
        <HiddenField name="decision" />
      </ActionForm>
    </div>
  )
}
