'use client'

import { SelectField } from '@/components/form/select-field'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import type { EntryFormChoices } from './form-choices'

/** Where words or a claim stand: in the entry's own first source, unless another one is chosen. */
export function PassageSource({
  name,
  label,
  choices,
}: {
  name: string
  label: string
  choices: EntryFormChoices
}) {
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={OWN_SOURCE}
      options={[
        { value: OWN_SOURCE, label: 'The first source of this entry' },
        { value: '', label: 'No source' },
        ...choices.sources.map((source) => ({ value: source.id, label: source.name })),
      ]}
    />
  )
}
