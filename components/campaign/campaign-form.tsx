'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { LookupField } from '@/components/form/lookup-field'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { campaignStatusLabels } from '@/lib/schemas/words'

/** What a campaign is called, what it wants, and where it counts its days. */
export function CampaignForm({ action, zones }: { action: FormAction; zones: string[] }) {
  // Kept from the first render on: a new object would count as a newer record.
  const [initial] = useState({ status: 'active' })
  return (
    <ActionForm action={action} initial={initial} submitLabel="Make the campaign">
      <TextField name="title" label="Title" hint="Short, as people will call it." required />
      <TextArea name="summary" label="Summary" hint="What it wants, of whom, and since when." />
      <SelectField
        name="status"
        label="Status"
        options={Object.entries(campaignStatusLabels).map(([value, label]) => ({ value, label }))}
      />
      <LookupField
        name="timeZone"
        label="Time zone"
        hint="Where the campaign counts its days. Type a city, such as Los_Angeles."
        options={zones}
        spellCheck={false}
        required
      />
    </ActionForm>
  )
}
