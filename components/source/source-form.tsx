'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { SourceFields } from './source-fields'

/** A document that can be cited, with its text where somebody has captured it. */
export function SourceForm({
  action,
  initial,
  submitLabel,
}: {
  action: FormAction
  initial: FormValues
  submitLabel: string
}) {
  return (
    <ActionForm action={action} initial={initial} submitLabel={submitLabel}>
      {initial.version !== undefined && <HiddenField name="version" />}
      <SourceFields />
      <Rows
        group="pictures"
        legend="Pictures in this source"
        hint="Their captions and credits. The pictures themselves are not saved."
        rowLabel="Picture"
        addLabel="Add a picture"
        initialCount={0}
      >
        {(prefix) => (
          <>
            <TextArea name={`${prefix}.caption`} label="Caption" rows={2} />
            <TextField name={`${prefix}.credit`} label="Credit" />
          </>
        )}
      </Rows>
    </ActionForm>
  )
}
