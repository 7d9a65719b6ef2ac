'use client'

import { Choice } from './choice'
import { FieldMessages } from './field-frame'
import type { FieldProps } from './text-field'
import { textOf, useField } from './use-field'

export function CheckboxField({
  name,
  label,
  hint,
  required,
  value = 'on',
  defaultChecked = false,
  className,
}: Omit<FieldProps, 'defaultValue'> & { value?: string; defaultChecked?: boolean }) {
  const { id, messages, begun, typed, aria } = useField(name, false)
  const checked = begun === undefined ? !typed && defaultChecked : textOf(begun) === value
  return (
    <div className={className}>
      <Choice
        {...aria}
        type="checkbox"
        {...{ id, name, label, hint, required, value }}
        defaultChecked={checked}
      />
      <FieldMessages id={id} messages={messages} />
    </div>
  )
}
