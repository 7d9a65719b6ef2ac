'use client'

import { useState, type ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'

/** A table whose rows can be chosen, and below it what to do with the chosen ones. */
export function BulkForm({
  action,
  mayPublish,
  children,
}: {
  action: FormAction
  mayPublish: boolean
  children: ReactNode
}) {
  const [initial] = useState({ action: 'tag' })
  return (
    <ActionForm
      action={action}
      initial={initial}
      submitLabel="Apply to the chosen entries"
      pendingLabel="Applying …"
    >
      {children}
      <fieldset className="chrome bg-wash px-4 py-4">
        <legend className="sr-only">With the chosen entries</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-4">
          <SelectField
            name="action"
            label="With the chosen entries"
            options={[
              { value: 'tag', label: 'Add a tag' },
              { value: 'untag', label: 'Remove a tag' },
              { value: 'review', label: 'Send to review' },
              ...(mayPublish ? [{ value: 'publish', label: 'Publish' }] : []),
              { value: 'trash', label: 'Move to the trash' },
            ]}
            className="min-w-56"
          />
          <TextField
            name="tag"
            label="Tag"
            hint="For the first two. Several with commas between them."
            className="min-w-56 flex-1"
          />
        </div>
      </fieldset>
    </ActionForm>
  )
}
