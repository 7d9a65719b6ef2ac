'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { Option } from '@/components/form/option'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** Records that somebody disputes a standing; folded away until it is wanted. */
export function DisputeForm({
  action,
  assessment,
  sources,
}: {
  action: FormAction
  assessment: string
  sources: Option[]
}) {
  const [initial] = useState({ assessment })
  return (
    <details className="chrome">
      <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
        Record who disputes this status
      </summary>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel="Record it"
        submitTone="quiet"
        className="max-w-prose pb-3"
      >
        <HiddenField name="assessment" />
        <TextField name="saidBy" label="Who disputes it" required />
        <TextArea
          name="reason"
          label="What is disputed, and why"
          rows={2}
          required
          hint="Readers of your links see it."
        />
        <SelectField
          name="source"
          label="Source of the dispute"
          hint="One of this demand’s sources."
          options={sources}
          emptyLabel="No source"
        />
      </ActionForm>
    </details>
  )
}
