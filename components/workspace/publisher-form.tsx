'use client'

import { useMemo } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
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
      <TextField
        name="publisherName"
        label="Name for readers"
        hint="It may differ from the workspace’s name, which readers never see."
        maxLength={100}
      />
      <TextField name="publisherAbout" label="About you, in a line" maxLength={300} />
      <TextField
        name="publisherContact"
        label="Where readers can reach you"
        hint="An e-mail address, or the address of a page."
        maxLength={500}
        spellCheck={false}
        autoCapitalize="none"
      />
      <TextField
        name="publisherCorrections"
        label="Where to send corrections"
        hint="Leave this empty if it is the same address."
        maxLength={500}
        spellCheck={false}
        autoCapitalize="none"
      />
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
