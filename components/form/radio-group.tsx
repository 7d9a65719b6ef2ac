'use client'

import { useEffect, useRef, useState } from 'react'
import { Choice } from './choice'
import { Fieldset } from './fieldset'
import type { Option } from './option'
import type { FieldProps } from './text-field'
import { textOf, useField } from './use-field'

/** One choice of several, all in sight. */
export function RadioGroup({
  name,
  label,
  hint,
  options,
  defaultValue,
  required,
  className,
}: FieldProps & { options: Option[] }) {
  const { id, messages, begun, aria } = useField(name, false)
  // Left to the document, the first choice would come back with the next render: a button that
  // another one has released counts as untouched, and takes its first state again.
  const [chosen, setChosen] = useState(() => textOf(begun, defaultValue))
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was chosen before the script arrived stands in the document alone.
    const checked = box.current?.querySelector<HTMLInputElement>('input:checked')
    if (checked) setChosen(checked.value)
  }, [])
  return (
    <Fieldset legend={label} {...{ hint, id, messages, required, className }}>
      <div ref={box}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            aria-describedby={aria['aria-describedby']}
            type="radio"
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={option.value}
            label={option.label}
            hint={option.hint}
            disabled={option.disabled}
            required={required}
            checked={chosen === option.value}
            onChange={() => setChosen(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
