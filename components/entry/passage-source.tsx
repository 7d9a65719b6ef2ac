'use client'

import { useForm } from '@/components/form/form-context'
import { SelectField } from '@/components/form/select-field'
import { textOf } from '@/components/form/use-field'
import { OWN_SOURCE } from '@/lib/forms/form-data'
import type { EntryFormChoices } from './form-choices'

/** Where words or a claim stand: in the entry's own first source, unless another one is chosen. */
export function PassageSource({
  name,
  label,
  choices: { sources },
}: {
  name: string
  label: string
  choices: EntryFormChoices
}) {
  const { base } = useForm()
  const current = textOf(base[name])
  // The source that something has is not always among those that a campaign cites most.
  const known =
    ['', 'entry', OWN_SOURCE].includes(current) || sources.some(({ id }) => id === current)
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={OWN_SOURCE}
      options={[
        { value: OWN_SOURCE, label: 'The first source of this entry' },
        { value: '', label: 'No source' },
        ...(known ? [] : [{ value: current, label: 'The source it has now' }]),
        ...sources.map((source) => ({ value: source.id, label: source.name })),
      ]}
    />
  )
}
