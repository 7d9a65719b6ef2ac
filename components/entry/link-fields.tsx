'use client'

import { FindField } from '@/components/form/find-field'
import { useForm } from '@/components/form/form-context'
import { HiddenField } from '@/components/form/hidden-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import { textOf } from '@/components/form/use-field'
import { entryRelationLabels } from '@/lib/entries/relations'
import { optionsOf, type EntryFormChoices } from './form-choices'

/** What this entry is to others: each found by its title, and said in one of a few relations. */
export function LinkFields({ choices }: { choices: EntryFormChoices }) {
  return (
    <Rows
      group="links"
      legend="Links to other entries"
      rowLabel="Link"
      addLabel="Add a link to another entry"
      initialCount={0}
      hint="Shown at both entries. To say one thing caused another, name who says so."
    >
      {(prefix) => <LinkRow {...{ prefix, choices }} />}
    </Rows>
  )
}

function LinkRow({ prefix, choices }: { prefix: string; choices: EntryFormChoices }) {
  return (
    <>
      <HiddenField name={`${prefix}.id`} />
      <div className="grid items-start gap-4 @md:grid-cols-2">
        <SelectField
          name={`${prefix}.relation`}
          label="This entry"
          options={optionsOf(entryRelationLabels)}
          defaultValue="follows"
        />
        <FindField
          name={`${prefix}.entry`}
          idName={`${prefix}.entryId`}
          label="The other entry"
          find="entry"
          hint="Search by title, or paste its address"
          emptyWords="No entry has these words in its title."
        />
        <TextField
          name={`${prefix}.accordingTo`}
          label="Who says so"
          hint="Such as: the union’s lawyer"
        />
        <SelectField
          name={`${prefix}.source`}
          label="Source of the link"
          options={useSources(`${prefix}.source`, choices)}
          emptyLabel="No source"
        />
      </div>
      <TextField name={`${prefix}.note`} label="Note" />
    </>
  )
}

// The source that a link has is not always among those that a campaign cites most.
function useSources(name: string, { sources }: EntryFormChoices) {
  const { base } = useForm()
  const current = textOf(base[name])
  const known = current === '' || current === 'entry' || sources.some(({ id }) => id === current)
  return [
    { value: 'entry', label: 'The first source of this entry' },
    ...(known ? [] : [{ value: current, label: 'The source it has now' }]),
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
}
