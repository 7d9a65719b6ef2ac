'use client'

import { useState, type ComponentProps } from 'react'
import { TextField } from '@/components/form/text-field'
import { parseCrowd, crowdInWords } from '@/lib/crowd'
import { parseDateWords } from '@/lib/dates/parse'

type Reading = { words: string; warning?: string | null } | { message: string } | null

/** A text field that says beside it, while one types, what was understood. */
function UnderstoodField({
  read,
  ...field
}: ComponentProps<typeof TextField> & { read: (text: string) => Reading }) {
  const [reading, setReading] = useState<Reading>(null)
  return (
    <div
      onInput={(event) => {
        if (event.target instanceof HTMLInputElement) setReading(read(event.target.value))
      }}
    >
      <TextField {...field} />
      <p role="status" className="mt-1 min-h-6">
        {reading && 'words' in reading && (
          <span className="text-success">Understood: {reading.words}</span>
        )}
        {reading && 'message' in reading && <span className="text-muted">{reading.message}</span>}
        {reading && 'warning' in reading && reading.warning && (
          <span className="text-warning block">{reading.warning}</span>
        )}
      </p>
    </div>
  )
}

type Field = Omit<ComponentProps<typeof TextField>, 'type'>

/** A date as people say it. `today` is the ISO day by which "13 Feb" is understood. */
export function WhenField({ today, ...field }: Field & { today: string }) {
  return (
    <UnderstoodField
      {...field}
      read={(text) => {
        if (text.trim() === '') return null
        const date = parseDateWords(text, { today })
        return date.ok ? { words: date.words, warning: date.warning } : { message: date.message }
      }}
    />
  )
}

/** A crowd size as people say it. */
export function CrowdField(field: Field) {
  return (
    <UnderstoodField
      {...field}
      read={(text) => {
        if (text.trim() === '') return null
        const crowd = parseCrowd(text)
        return crowd.ok
          ? { words: crowdInWords({ ...crowd, countedBy: '' }) }
          : { message: crowd.message }
      }}
    />
  )
}
