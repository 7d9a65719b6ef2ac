'use client'

import { useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import { dateInWords } from '@/lib/dates/words'
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
  const [initial] = useState({ ...about, dueOn: due && dateInWords(due), note })
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
          <WhenField name="dueOn" label="Ask again on" expects="ahead" required />
          <TextField name="note" label="What to do" maxLength={200} />
        </div>
      </ActionForm>
    </details>
  )
}
