'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { TimeZoneField } from '@/components/form/time-zone-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { campaignStatusLabels, dayOrderLabels, weekStartLabels } from '@/lib/schemas/words'

const NEW: FormValues = { status: 'active', dayOrder: 'ask', weekStart: 'monday' }

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What a campaign is called, what it wants, and where it counts its days. */
export function CampaignForm({
  action,
  zones,
  initial: given = NEW,
  submitLabel = 'Create campaign',
}: {
  action: FormAction
  zones: string[]
  initial?: FormValues
  submitLabel?: string
}) {
  // Kept from the first render on: a new object would count as a newer record.
  const [initial] = useState(given)
  return (
    <ActionForm action={action} initial={initial} submitLabel={submitLabel}>
      {given.version !== undefined && <HiddenField name="version" />}
      <TextField name="title" label="Title" hint="Short: what people will call it." required />
      <TextArea name="summary" label="Summary" hint="What you want, from whom, and since when." />
      <SelectField name="status" label="Status" options={optionsOf(campaignStatusLabels)} />
      <TimeZoneField
        zones={zones}
        hint="Days are counted in this time zone. Type the city that it is named after, such as Los Angeles or New York."
        required
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="dayOrder"
          label="Dates such as 2/3/2026"
          options={optionsOf(dayOrderLabels)}
        />
        <SelectField
          name="weekStart"
          label="First day of the week"
          options={optionsOf(weekStartLabels)}
        />
      </div>
    </ActionForm>
  )
}
