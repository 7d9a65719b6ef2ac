'use client'

import type { ComponentProps } from 'react'
import { parseDateWords } from '@/lib/dates/parse'
import { UnderstoodField } from './understood-field'

/** A date as people say it. `today` is the ISO day by which "13 Feb" is understood. */
export function WhenField({
  today,
  ...field
}: Omit<ComponentProps<typeof UnderstoodField>, 'read'> & { today: string }) {
  return (
    <UnderstoodField
      {...field}
      read={(text) => {
        if (text.trim() === '') return null
        const date = parseDateWords(text, { today })
        return date.ok ? { words: date.words, caution: date.warning } : date
      }}
    />
  )
}
