'use client'

import { useEffect, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { fieldId } from '@/components/form/field-id'
import { useForm } from '@/components/form/form-context'
import { HiddenField } from '@/components/form/hidden-field'
import { LookupField } from '@/components/form/lookup-field'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
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
  submitLabel = 'Make the campaign',
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
      <TextField name="title" label="Title" hint="Short, as people will call it." required />
      <TextArea name="summary" label="Summary" hint="What it wants, of whom, and since when." />
      <SelectField name="status" label="Status" options={optionsOf(campaignStatusLabels)} />
      <TimeZoneField zones={zones} />
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

/** Begins with the zone of this device, which only a browser with script can tell. */
function TimeZoneField({ zones }: { zones: string[] }) {
  const { id } = useForm()
  useEffect(() => {
    const field = document.getElementById(fieldId(id, 'timeZone'))
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (field instanceof HTMLInputElement && field.value === '' && zones.includes(timeZone))
      field.value = timeZone
  }, [id, zones])
  return (
    <LookupField
      name="timeZone"
      label="Time zone"
      hint="Where the campaign counts its days. Type a city, such as Los_Angeles."
      options={zones}
      spellCheck={false}
      required
    />
  )
}
