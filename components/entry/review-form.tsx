import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { TextArea } from '@/components/form/text-area'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

/** Publishes an entry that waits for review, or sends it back with a word why. */
export function ReviewForm({ action }: { action: FormAction }) {
  return (
    <div className="chrome mb-6">
      <Notice title="Waiting for review">
        <div className="mt-2">
          <ActionForm
            action={action}
            submitLabel="Send back"
            submitTone="quiet"
            secondary={
              <SubmitButton name="decision" value="publish">
                Publish
              </SubmitButton>
            }
          >
            <TextArea
              name="note"
              label="A note to who wrote it"
              hint="Required to send it back: what is missing?"
              rows={2}
            />
          </ActionForm>
        </div>
      </Notice>
    </div>
  )
}
