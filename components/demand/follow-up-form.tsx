'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** Sets the day on which to ask again; folded away until it is wanted. `due` is an ISO day, or empty. */
export function FollowUpForm({
  action,
  about,
  due = '',
  note = '',
}: {
  action: FormAction
  about: { demand?: string; inquiry?: string; organization: string }
  due?: string
  note?: string
}) {
  const [initial] = useState({ ...about, dueOn: due, note })
  return (
    <details className="chrome">
      <summary className="text-muted inline-flex min-h-11 items-center underline underline-offset-4">
        {due ? 'Change the follow-up' : 'Set a follow-up'}
      </summary>
      <ActionForm
        action={action}
        initial={initial}
        submitLabel={due ? 'Change it' : 'Set it'}
        submitTone="quiet"
        className="pb-3"
      >
        {about.demand && <HiddenField name="demand" />}
        {about.inquiry && <HiddenField name="inquiry" />}
        <HiddenField name="organization" />
        <div className="grid gap-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <TextField name="dueOn" type="date" label="Ask again on" required />
          <TextField name="note" label="What to do" maxLength={200} />
        </div>
      </ActionForm>
    </details>
  )
}
