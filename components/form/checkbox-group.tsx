'use client'

import type { ReactNode } from 'react'
import { Choice } from './choice'
import { Fieldset } from './fieldset'
import type { Option } from './option'
import { listOf, useField } from './use-field'

/** Any number of choices under one name, which ends in `[]` so that the form reads it as a list. */
export function CheckboxGroup({
  name,
  label,
  hint,
  options,
  defaultValue = [],
  required,
  className,
}: {
  name: `${string}[]`
  label: ReactNode
  hint?: ReactNode
  options: Option[]
  defaultValue?: string[]
  required?: boolean
  className?: string
}) {
  const { id, messages, begun, typed, aria } = useField(name, false)
  const chosen = begun === undefined && !typed ? defaultValue : listOf(begun)
  return (
    <Fieldset legend={label} {...{ hint, id, messages, required, className }}>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          {...aria}
          type="checkbox"
          id={index === 0 ? id : `${id}-${index}`}
          name={name}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          defaultChecked={chosen.includes(option.value)}
        />
      ))}
    </Fieldset>
  )
}
