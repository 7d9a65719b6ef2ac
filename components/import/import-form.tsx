import { ActionForm } from '@/components/form/action-form'
import { CheckboxField } from '@/components/form/checkbox-field'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/forms/state'

/** Makes the drafts that were looked at, with what is done about the other rows. */
export function ImportForm({
  action,
  made,
  alike,
  refused,
}: {
  action: FormAction
  made: number
  alike: number
  refused: number
}) {
  const count = (number: number, what: string) =>
    `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`
  if (made + alike === 0)
    return (
      <div className="mb-10 max-w-prose">
        <Notice tone="info" title="There is nothing to import.">
          <p>The reasons are listed below, row by row.</p>
        </Notice>
      </div>
    )
  return (
    <div className="mb-10 max-w-prose">
      <ActionForm
        action={action}
        submitLabel={`Import ${count(made, 'draft')}`}
        pendingLabel="Importing …"
      >
        <div className="mb-4 grid gap-3">
          {refused > 0 && (
            <CheckboxField
              name="takeGood"
              label={`Import the others, although ${count(refused, 'row')} cannot be taken`}
              hint="Without this, nothing is imported until every row can be."
            />
          )}
          {alike > 0 && (
            <CheckboxField
              name="alike"
              value="make"
              label={`Import the ${count(alike, 'row')} that look like entries too`}
              hint="Look at them below first. They would become separate drafts."
            />
          )}
        </div>
      </ActionForm>
    </div>
  )
}
