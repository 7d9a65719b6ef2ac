'use client'

import { SelectField } from '@/components/form/select-field'
import { TextField } from '@/components/form/text-field'
import type { DetailField } from '@/lib/kinds/define'
import { optionsOf } from './form-choices'

/** The fields that only this kind has, from their description in the registry. */
export function DetailFields({ fields }: { fields: Record<string, DetailField> }) {
  return (
    <div className="grid items-start gap-4 empty:hidden @md:grid-cols-2">
      {Object.entries(fields).map(([key, field]) => {
        const common = { name: `details.${key}`, label: field.label, hint: field.hint }
        switch (field.type) {
          case 'choice':
            return (
              <SelectField
                key={key}
                {...common}
                options={optionsOf(field.options)}
                emptyLabel="Not known"
              />
            )
          case 'count':
            return <TextField key={key} {...common} inputMode="numeric" />
          case 'url':
            return <TextField key={key} {...common} type="url" inputMode="url" />
          case 'text':
            return <TextField key={key} {...common} />
        }
      })}
    </div>
  )
}
