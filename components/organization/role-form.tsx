'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { LookupField } from '@/components/form/lookup-field'
import { SelectField } from '@/components/form/select-field'
import type { FormAction } from '@/lib/forms/state'
import { campaignRoleLabels, organizationKindLabels } from '@/lib/schemas/words'

/** Says what an organization is to a campaign; one that is new is made. */
export function RoleForm({
  action,
  organizations,
}: {
  action: FormAction
  organizations: string[]
}) {
  // Kept from the first render on: a new object would count as a newer record.
  const [initial] = useState({ role: 'target' })
  return (
    <ActionForm action={action} initial={initial} submitLabel="Add the organization">
      <LookupField name="name" label="Name" options={organizations} required />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="role"
          label="Role"
          options={Object.entries(campaignRoleLabels).map(([value, label]) => ({ value, label }))}
          required
        />
        <SelectField
          name="kind"
          label="Kind"
          options={Object.entries(organizationKindLabels).map(([value, label]) => ({
            value,
            label,
          }))}
          emptyLabel="As it is known"
        />
      </div>
      <LookupField
        name="parent"
        label="Part of"
        hint="The organization it belongs to, such as Amazon for Ring. Optional."
        options={organizations}
      />
    </ActionForm>
  )
}
