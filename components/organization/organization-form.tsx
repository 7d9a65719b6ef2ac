'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { organizationKindLabels } from '@/lib/schemas/words'

/** An organization in the directory. */
export function OrganizationForm({
  action,
  initial,
  organizations,
}: {
  action: FormAction
  initial: FormValues
  organizations: string[]
}) {
  return (
    <ActionForm action={action} initial={initial}>
      <HiddenField name="version" />
      <TextField name="name" label="Name" required />
      <TextField
        name="otherNames"
        label="Other names"
        hint="Search finds these too. Separate them with semicolons."
      />
      <SelectField
        name="kind"
        label="Kind"
        options={Object.entries(organizationKindLabels).map(([value, label]) => ({ value, label }))}
      />
      <LookupField name="parent" label="Part of" options={organizations} />
    </ActionForm>
  )
}
