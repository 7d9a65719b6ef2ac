'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import type { FormAction } from '@/lib/forms/state'

/** Confirm, change, or reject a proposed assessment. */
export function DecisionForms({
  action,
  assessment,
  editHref,
}: {
  action: FormAction
  assessment: string
  editHref: string
}) {
  const [confirmed] = useState({ assessment, decision: 'confirmed' })
  const [rejected] = useState({ assessment, decision: 'rejected' })
  return (
    <div className="chrome mt-1 space-y-2">
      <ActionForm
        action={action}
        initial={confirmed}
        submitLabel="Confirm"
        secondary={
          <ButtonLink tone="quiet" href={editHref}>
            Change and confirm
          </ButtonLink>
        }
      >
        <HiddenField name="assessment" />
        <HiddenField name="decision" />
      </ActionForm>
      <details>
        <summary className="inline-flex min-h-11 items-center underline underline-offset-4">
          Reject it
        </summary>
        <ActionForm
          action={action}
          initial={rejected}
          submitLabel="Reject"
          submitTone="quiet"
          className="max-w-prose pt-2"
        >
          <HiddenField name="assessment" />
          <HiddenField name="decision" />
          <TextField
            name="reason"
            label="Why it is rejected"
            hint="It appears in the demand’s history."
            required
          />
        </ActionForm>
      </details>
    </div>
  )
}
