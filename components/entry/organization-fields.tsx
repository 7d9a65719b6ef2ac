'use client'

import { FindField } from '@/components/form/find-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import type { FormKind } from '@/lib/kinds/form'
import { optionsOf, type EntryFormChoices } from './form-choices'

/** The organizations that the entry is by, aimed at or about. */
export function OrganizationFields({
  choices,
  kind,
}: {
  choices: EntryFormChoices
  kind: FormKind
}) {
  return (
    <Rows
      group="organizations"
      legend="Organizations"
      rowLabel="Organization"
      addLabel="Add an organization"
      initialCount={1}
    >
      {(prefix) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <FindField
            name={`${prefix}.name`}
            label="Name"
            find="organization"
            offers={choices.organizations}
            autoCapitalize="words"
          />
          <SelectField
            name={`${prefix}.part`}
            label="Its part"
            options={optionsOf(kind.parts)}
            defaultValue="actor"
          />
        </div>
      )}
    </Rows>
  )
}
