'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { EntryFields } from './entry-fields'
import type { EntryFormChoices } from './form-choices'

type EntryFormProps = {
  action: FormAction
  choices: EntryFormChoices
  initial: FormValues
  /** ISO day in the campaign's zone. */
  today: string
  /** Whether this member may publish. */
  mayPublish: boolean
  submitLabel: string
}

/** The one form of an entry, for logging and for editing. */
export function EntryForm({ action, initial, submitLabel, ...fields }: EntryFormProps) {
  return (
    <ActionForm
      {...{ action, initial, submitLabel }}
      secondary={
        !initial.version && (
          <SubmitButton tone="quiet" name="_then" value="another">
            {submitLabel}, and another like it
          </SubmitButton>
        )
      }
    >
      <HiddenField name="version" />
      <HiddenField name="requestKey" />
      <EntryFields {...fields} />
    </ActionForm>
  )
}
