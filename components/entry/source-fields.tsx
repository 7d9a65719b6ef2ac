'use client'

import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextArea } from '@/components/form/text-area'
import { TextField } from '@/components/form/text-field'
import { sourceKindLabels } from '@/lib/schemas/words'
import { optionsOf, type EntryFormChoices } from './form-choices'

/** What the entry rests on: sources that are known, or new ones by title and address. */
export function SourceFields({ choices }: { choices: EntryFormChoices }) {
  const known = choices.sources.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Rows
      group="citations"
      legend="Sources"
      rowLabel="Source"
      addLabel="Add a source"
      initialCount={1}
    >
      {(prefix) => (
        <>
          <HiddenField name={`${prefix}.id`} />
          <SelectField
            name={`${prefix}.source`}
            label="Source"
            options={known}
            emptyLabel="A new one"
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name={`${prefix}.title`} label="Title, if it is new" />
            <TextField name={`${prefix}.url`} label="Web address" type="url" inputMode="url" />
            <TextField name={`${prefix}.publisher`} label="Publisher" />
            <SelectField
              name={`${prefix}.kind`}
              label="Kind of source"
              options={optionsOf(sourceKindLabels)}
              defaultValue="news"
            />
          </div>
          <TextArea name={`${prefix}.exact`} label="The passage, word for word" rows={2} />
        </>
      )}
    </Rows>
  )
}
