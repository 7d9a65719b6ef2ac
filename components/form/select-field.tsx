'use client'

import { FieldFrame } from './field-frame'
import type { Option } from './option'
import type { FieldProps } from './text-field'
import { textOf, useField } from './use-field'

/** `emptyLabel` adds a first choice that stands for none. */
export function SelectField({
  name,
  label,
  hint,
  required,
  defaultValue,
  className,
  options,
  emptyLabel,
  autoComplete = 'off',
}: FieldProps & { options: Option[]; emptyLabel?: string; autoComplete?: string }) {
  const { id, messages, begun, aria } = useField(name, Boolean(hint))
  return (
    <FieldFrame {...{ id, label, hint, required, messages, className }}>
      <select
        {...aria}
        id={id}
        name={name}
        required={required}
        autoComplete={autoComplete}
        defaultValue={textOf(begun, defaultValue)}
        className="control"
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
