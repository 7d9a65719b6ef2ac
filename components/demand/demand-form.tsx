'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import type { FormAction, FormValues } from '@/lib/forms/state'

const NEW: FormValues = {}

/** A demand's words, targets and counterparties; of one that exists also why the words change. */
export function DemandForm({
  action,
  initial = NEW,
  organizations,
  submitLabel,
}: {
  action: FormAction
  initial?: FormValues
  organizations: string[]
  submitLabel: string
}) {
  const exists = initial.version !== undefined
  return (
    <ActionForm action={action} initial={initial} submitLabel={submitLabel}>
      {exists && <HiddenField name="version" />}
      <TextArea
        name="wording"
        label="Wording"
        hint="What must be done, in words that can be checked."
        rows={2}
        required
      />
      {exists && (
        <TextField
          name="note"
          label="What changed and why"
          hint="Saved with the new wording. Earlier wordings stay on its page."
        />
      )}
      <LookupField
        name="targets"
        label="Targets"
        hint="Who must do it. Separate several with semicolons, such as: Amazon; Ring."
        options={organizations}
        required
      />
      <LookupField
        name="counterparties"
        label="Counterparties"
        hint="Who the ties are with: an agency, a vendor. Optional."
        options={organizations}
      />
    </ActionForm>
  )
}
