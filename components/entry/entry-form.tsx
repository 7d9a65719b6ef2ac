'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { RequestKey } from '@/components/form/request-key'
import { textOf } from '@/components/form/use-field'
import type { DraftPlace } from '@/components/form/use-draft'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { EntryButtons } from './entry-buttons'
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
}

/** The one form of an entry, for logging and for editing. */
export function EntryForm({ action, initial, draft, choices, mayPublish }: EntryFormProps) {
  return (
    <ActionForm
      {...{ action, initial, draft }}
      enterSaves={false}
      bar={
        <EntryButtons
          status={choices.entryId ? textOf(initial.status, 'draft') : null}
          mayPublish={mayPublish}
        />
      }
    >
      <HiddenField name="version" />
      <RequestKey />
      <EntryFields {...{ choices, mayPublish }} />
    </ActionForm>
  )
}
