'use client'

import type { ComponentProps } from 'react'
import { FieldFrame } from './field-frame'
import type { FieldProps } from './text-field'
import { textOf, useField } from './use-field'

export function TextArea({
  name,
  label,
  hint,
  required,
  defaultValue,
  className,
  rows = 4,
  ...rest
}: FieldProps & Pick<ComponentProps<'textarea'>, 'rows' | 'maxLength' | 'spellCheck' | 'lang'>) {
  const { id, messages, begun, aria } = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ id, label, hint, required, messages, className }}>
      <textarea
        dir="auto"
        {...rest}
        {...aria}
        id={id}
        name={name}
        rows={rows}
        required={required}
        autoComplete="off"
        defaultValue={textOf(begun, defaultValue)}
        className={`control [field-sizing:content] max-h-[70vh] ${rows > 2 ? 'min-h-24' : 'min-h-17'}`}
      />
    </FieldFrame>
  )
}
