'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { RequestKey } from '@/components/form/request-key'
import { SubmitButton } from '@/components/form/submit-button'
import type { DraftPlace } from '@/components/form/use-draft'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { EntryFields } from './entry-fields'
import type { EntryFormChoices } from './form-choices'

type EntryFormProps = {
  action: FormAction
  choices: EntryFormChoices
  initial: FormValues
  /** Where what is typed is kept on this device. */
  draft: DraftPlace
  /** Whether this member may publish. */
  mayPublish: boolean
  submitLabel: string
}

/** The one form of an entry, for logging and for editing. */
export function EntryForm({ action, initial, submitLabel, draft, ...fields }: EntryFormProps) {
  return (
    <ActionForm
      {...{ action, initial, submitLabel, draft }}
      enterSaves={false}
      secondary={
        !initial.version && (
          <SubmitButton tone="quiet" name="_then" value="another">
            {submitLabel}, and another like it
          </SubmitButton>
        )
      }
    >
      <HiddenField name="version" />
      <RequestKey />
      <EntryFields {...fields} />
    </ActionForm>
  )
}
