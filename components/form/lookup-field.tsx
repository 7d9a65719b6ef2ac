'use client'

import type { ComponentProps } from 'react'
import { TextField } from './text-field'
import { fieldId } from './field-id'
import { useForm } from './form-context'

/** A text field that offers what is already known; any other text may be typed as well. */
export function LookupField({
  options,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'list' | 'type'> & { options: string[] }) {
  const { id } = useForm()
  const listId = `${fieldId(id, field.name)}-options`
  return (
    <>
      <TextField {...field} list={listId} />
      <datalist id={listId}>
        {[...new Set(options)].map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  )
}
