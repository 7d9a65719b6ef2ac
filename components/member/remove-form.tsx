import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { FormAction } from '@/lib/forms/state'

/** Removes one member, or leaves. */
export function RemoveForm({ action, id, own }: { action: FormAction; id: string; own: boolean }) {
  return (
    <ActionForm
      action={action}
      initial={{ member: id }}
      submitLabel={own ? 'Leave the workspace' : 'Remove'}
      pendingLabel={own ? 'Leaving …' : 'Removing …'}
      submitTone="danger"
    >
      <HiddenField name="member" />
    </ActionForm>
  )
}
