'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { SelectField } from '@/components/form/select-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import type { FormAction } from '@/lib/forms/state'
import { chosenInWords } from '@/lib/timeline/table'

/** A table whose rows can be chosen, and at the foot of the window what to do with the chosen ones. */
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
      {...{ action, initial }}
      submitLabel="Apply to selected entries"
      pendingLabel="Applying …"
      // The table stands beside the form, not in it: its cells have forms of their own. The bar stays in view below both.
      className="contents"
      outside={children}
      bar={<BulkBar mayPublish={mayPublish} />}
    />
  )
}

function BulkBar({ mayPublish }: { mayPublish: boolean }) {
  const box = useRef<HTMLFieldSetElement>(null)
  const [chosen, setChosen] = useState(0)
  useEffect(() => {
    const form = box.current?.form
    if (!form) return
    const count = () => setChosen(new FormData(form).getAll('ids[]').length)
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [])
  return (
    <fieldset ref={box} className="chrome flex min-w-0 flex-wrap items-end gap-x-4 gap-y-2">
      <legend className="sr-only">With selected entries</legend>
      <p role="status" className="script-only min-h-11 content-center font-semibold tabular-nums">
        {chosenInWords(chosen)}
      </p>
      <div className="when-chosen">
        <SelectField
          name="action"
          label="With selected entries"
          options={[
            { value: 'tag', label: 'Add a tag' },
            { value: 'untag', label: 'Remove a tag' },
            { value: 'review', label: 'Send to review' },
            ...(mayPublish ? [{ value: 'publish', label: 'Publish' }] : []),
            { value: 'trash', label: 'Move to the trash' },
          ]}
          className="min-w-48"
        />
        <TextField
          name="tag"
          label="Tag"
          placeholder="Several with commas"
          className="min-w-48 flex-1"
        />
        <SubmitButton main>Apply to selected entries</SubmitButton>
      </div>
    </fieldset>
  )
}
