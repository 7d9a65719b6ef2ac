'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import type { Option } from '@/components/form/option'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { FormAction } from '@/lib/forms/state'
import { inquiryOutcomeLabels } from '@/lib/schemas/words'

const OUTCOMES = Object.entries(inquiryOutcomeLabels).map(([value, label]) => ({ value, label }))

/** Records what came of an inquiry later on; folded away until it is wanted. */
export function OutcomeForm({
  action,
  inquiry,
  organization,
  evidence,
}: {
  action: FormAction
  inquiry: string
  organization: string
  evidence: Option[]
}) {
  const [initial] = useState({ inquiry, organization, outcome: 'answered' })
  return (
    <details className="chrome">
      <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
        Record the outcome
      </summary>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel="Record it"
        submitTone="quiet"
        className="pb-3"
      >
        <HiddenField name="inquiry" />
        <HiddenField name="organization" />
        <SelectField name="outcome" label="Outcome" options={OUTCOMES} required />
        <WhenField
          name="date"
          label="When"
          hint="As precisely as you know: 3 Mar 2026, by 3 Mar 2026."
          required
        />
        <SelectField
          name="entry"
          label="Supporting entry"
          hint="The entry that reports it."
          options={evidence}
          emptyLabel="No entry"
        />
        <TextField name="note" label="Note" />
      </ActionForm>
    </details>
  )
}
