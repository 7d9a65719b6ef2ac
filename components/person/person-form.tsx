'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { RadioGroup } from '@/components/form/radio-group'
import { TextField } from '@/components/form/text-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { consentLabels, type Consent } from '@/lib/schemas/words'

const HINTS: Record<Consent, string> = {
  hidden: 'Shares never show this person or their words.',
  role_only: 'Shares show the role and the description of the day.',
  initials: 'Shares show the initials.',
  named: 'Shares show the name.',
}

/** A person's names, and how readers of a share may see them. */
export function PersonForm({
  action,
  initial,
  submitLabel,
}: {
  action: FormAction
  initial: FormValues
  submitLabel: string
}) {
  return (
    <ActionForm action={action} initial={initial} submitLabel={submitLabel}>
      {initial.version !== undefined && <HiddenField name="version" />}
      <TextField name="name" label="Name" required />
      <TextField
        name="otherNames"
        label="Other names"
        hint="Separate with semicolons. Shares withhold these too."
      />
      <RadioGroup
        name="consent"
        label="In shares"
        options={Object.entries(consentLabels).map(([value, label]) => ({
          value,
          label,
          hint: HINTS[value as Consent],
        }))}
      />
      <TextField
        name="consentReason"
        label="Why"
        hint="For anything but hidden, such as: spoke on the record to press."
      />
    </ActionForm>
  )
}
