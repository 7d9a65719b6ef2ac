'use client'

import { Choice } from './choice'
import { Fieldset } from './fieldset'
import type { Option } from './option'
import { useField } from './use-field'

/** Boxes of one list, of which any number can be ticked; `name` ends in `[]`. */
export function BoxList({
  name,
  label,
  options,
}: {
  name: string
  label: string
  options: Option[]
}) {
  const { id, messages, begun, aria } = useField(name, false)
  return (
    <Fieldset legend={label} {...{ id, messages }}>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6">
        {options.map((option, index) => (
          <Choice
            {...aria}
            key={option.value}
            type="checkbox"
            id={index === 0 ? id : `${id}-${index}`}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={[begun ?? []].flat().includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  )
}
