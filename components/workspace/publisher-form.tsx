'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { PublisherFields } from '@/components/share/publisher-fields'
import type { FormAction } from '@/lib/forms/state'
import type { PublisherInput } from '@/lib/schemas/workspace'
import { licences } from '@/lib/shares/publisher'

const OPTIONS = Object.entries(licences).map(([value, { label }]) => ({ value, label }))

/** What owners tell readers of links about themselves. */
export function PublisherForm({
  action,
  publisher,
}: {
  action: FormAction
  publisher: PublisherInput
}) {
  const initial = useMemo(() => ({ ...publisher }), [publisher])
  return (
    <ActionForm action={action} initial={initial} submitLabel="Save what links say">
      <PublisherFields of="workspace" />
      <SelectField
        name="publisherLicence"
        label="Licence of your text"
        hint="For what you wrote. Pictures, and what others said or published, remain theirs."
        emptyLabel="None"
        options={OPTIONS}
      />
    </ActionForm>
  )
}
