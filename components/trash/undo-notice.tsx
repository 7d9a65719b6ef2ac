import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Notice } from '@/components/ui/notice'
import type { FormAction, FormValues } from '@/lib/forms/state'

/** What was just done, with a way to take it back at once. */
export function UndoNotice({
  title,
  undo,
  values,
}: {
  title: string
  undo: FormAction
  /** Says what to take back; sent along unseen. */
  values: FormValues
}) {
  return (
    <div className="chrome mb-6">
      <Notice tone="success" title={title} live>
        <div className="mt-2">
          <ActionForm
            action={undo}
            initial={values}
            submitLabel="Undo"
            pendingLabel="Taking it back …"
            submitTone="quiet"
          >
            {Object.keys(values).map((name) => (
              <HiddenField key={name} name={name} />
            ))}
          </ActionForm>
        </div>
      </Notice>
    </div>
  )
}
