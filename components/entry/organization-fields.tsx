'use client'

import type { FormKind } from '@/lib/kinds/form'
import { optionsOf, type EntryFormChoices } from './form-choices'
import { OrganizationRows } from './organization-rows'

/** The organizations that the entry is by, aimed at or about. */
export function OrganizationFields({
  choices,
  kind,
}: {
  choices: EntryFormChoices
  kind: FormKind
}) {
  return (
    <OrganizationRows
      group="organizations"
      legend="Organizations"
      addLabel="Add an organization"
      initialCount={0}
      choices={choices}
      says={{
        ...{ name: 'part', label: 'Role', defaultValue: 'actor' },
        options: optionsOf(kind.parts),
      }}
    />
  )
}
