import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { lifetimeLabels } from '@/lib/schemas/share'
import { lensLabels } from '@/lib/schemas/words'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** Asks what a new link is for and how long it lives. */
export function ShareForm({ action, campaign }: { action: FormAction; campaign: string }) {
  return (
    <ActionForm
      action={action}
      initial={{ campaign, lens: 'press', expires: '30d', label: '' }}
      submitLabel="Make the link"
      pendingLabel="Making the link …"
    >
      <HiddenField name="campaign" />
      <SelectField name="lens" label="Who will read it" options={options(lensLabels)} />
      <SelectField
        name="expires"
        label="How long it lives"
        hint="You can end it at any moment."
        options={options(lifetimeLabels)}
      />
      <TextField
        name="label"
        label="What you call it"
        hint="Such as: for the newsroom. Readers do not see this."
        maxLength={200}
      />
    </ActionForm>
  )
}
