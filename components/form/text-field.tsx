'use client'

import type { ComponentProps, ReactNode } from 'react'
import { FieldFrame } from './field-frame'
import { useForm } from './form-context'
import { textOf, useField } from './use-field'

export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  defaultValue?: string
  className?: string
}

type TextFieldProps = FieldProps &
  Pick<
    ComponentProps<'input'>,
    | 'type'
    | 'autoComplete'
    | 'autoCapitalize'
    | 'inputMode'
    | 'maxLength'
    | 'minLength'
    | 'placeholder'
    | 'spellCheck'
    | 'autoFocus'
    | 'readOnly'
    | 'list'
  >

export function TextField({
  name,
  label,
  hint,
  required,
  defaultValue,
  className,
  type = 'text',
  autoComplete = 'off',
  ...rest
}: TextFieldProps) {
  const { id, messages, begun, aria } = useField(name, Boolean(hint))
  const { enterSaves } = useForm()
  return (
    <FieldFrame {...{ id, label, hint, required, messages, className }}>
      <input
        dir="auto"
        {...rest}
        {...aria}
        id={id}
        name={name}
        type={type}
        required={required}
        autoComplete={autoComplete}
        enterKeyHint={enterSaves ? undefined : 'next'}
        // A password is never sent back, so it is never filled in.
        defaultValue={type === 'password' ? '' : textOf(begun, defaultValue)}
        className="control"
      />
    </FieldFrame>
  )
}
