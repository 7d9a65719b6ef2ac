'use client'

import type { ComponentProps } from 'react'
import { FindField } from '@/components/form/find-field'
import { Rows } from '@/components/form/rows'
import { SelectField } from '@/components/form/select-field'
import type { EntryFormChoices } from './form-choices'

/** Rows that each name an organization, found as one types, and say one thing of it. */
export function OrganizationRows({
  choices,
  says: { name, ...select },
  ...rows
}: Omit<ComponentProps<typeof Rows>, 'children' | 'rowLabel'> & {
  choices: EntryFormChoices
  says: Pick<ComponentProps<typeof SelectField>, 'name' | 'label' | 'options' | 'defaultValue'>
}) {
  return (
    <Rows {...rows} rowLabel="Organization">
      {(prefix) => (
        <div className="grid grid-cols-[3fr_2fr] items-start gap-4">
          <FindField
            name={`${prefix}.name`}
            label="Name"
            find="organization"
            campaignId={choices.campaignId}
            offers={choices.organizations}
            autoCapitalize="words"
          />
          <SelectField {...select} name={`${prefix}.${name}`} />
        </div>
      )}
    </Rows>
  )
}
