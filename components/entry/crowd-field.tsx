'use client'

import type { ComponentProps } from 'react'
import { UnderstoodField } from '@/components/form/understood-field'
import { parseCrowd, sizeInNumbers } from '@/lib/crowd'

/** A crowd size as people say it. What was understood is shown in numbers, never in the typed words. */
export function CrowdField(field: Omit<ComponentProps<typeof UnderstoodField>, 'read'>) {
  return (
    <UnderstoodField
      {...field}
      read={(text) => {
        if (text.trim() === '') return null
        const crowd = parseCrowd(text)
        const choices = crowd.choices?.map(({ label, value }) => ({ label, value }))
        const message = crowd.ok ? crowd.note : crowd.message
        if (message !== undefined) return { message, ...(choices && { choices }) }
        return crowd.ok ? { words: sizeInNumbers(crowd) } : null
      }}
    />
  )
}
