'use client'

import { ActionForm } from '@/components/form/action-form'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { WhenField } from '@/components/form/when-field'
import type { FormAction, FormValues } from '@/lib/forms/state'
import { sourceKindLabels } from '@/lib/schemas/words'

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
      <TextField name="title" label="Title" required />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          name="kind"
          label="Kind"
          options={Object.entries(sourceKindLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="publisher" label="Publisher" />
        <TextField name="author" label="Author" />
        <WhenField name="published" label="Published" hint="Such as 13 Feb 2026." />
        <TextField name="url" label="Web address" type="url" inputMode="url" />
        <WhenField name="accessedOn" label="Accessed" hint="The day you viewed it." />
      </div>
      <TextField
        name="archiveUrl"
        label="Archived copy"
        hint="The address of a permanent copy, such as one in a web archive."
        type="url"
        inputMode="url"
      />
      <TextArea
        name="capturedText"
        label="Captured text"
        hint="Paste the text. Only members see it; cited passages are highlighted in it."
        rows={8}
      />
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
