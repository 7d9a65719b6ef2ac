'use client'

import { useState, type ReactNode } from 'react'
import { useForm } from '@/components/form/form-context'
import { useOpened } from '@/components/form/use-opened'
import {
  hasAskedRow,
  fieldsFilledIn,
  namesAnyOf,
  type GroupedField,
} from '@/lib/entries/form-groups'
import { formValues } from '@/lib/forms/form-data'

/**
 * A part of the form behind a summary that says what it holds. It is open where it holds something
 * or something in it is to be fixed.
 */
export function FormGroup({
  name,
  label,
  fields,
  children,
}: {
  name: string
  label: string
  fields: readonly GroupedField[]
  children: ReactNode
}) {
  const { base } = useForm()
  const [filledIn, setFilledIn] = useState(() => fieldsFilledIn(base, fields))
  const { box, wrong } = useOpened((name) => namesAnyOf([name], fields))
  const [open] = useState(() => wrong || filledIn.length > 0 || hasAskedRow(base, fields))

  return (
    <details
      ref={box}
      open={open}
      data-part={name}
      className="group border-hairline border-t"
      onToggle={({ currentTarget }) => {
        const form = currentTarget.closest('form')
        if (form && !currentTarget.open)
          setFilledIn(fieldsFilledIn(formValues(new FormData(form)), fields))
      }}
    >
      <summary className="flex min-h-11 flex-wrap items-baseline gap-x-3 py-2.5">
        <h3 className="font-sans text-base underline-offset-4 group-open:no-underline">{label}</h3>
        <span className="text-muted group-open:hidden">
          {filledIn.length > 0 ? filledIn.join(', ') : 'none'}
        </span>
      </summary>
      <div className="space-y-6 pt-1 pb-6">{children}</div>
    </details>
  )
}
