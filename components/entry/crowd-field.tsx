'use client'

import type { ComponentProps } from 'react'
import { UnderstoodField } from '@/components/form/understood-field'
import { parseCrowd, crowdInWords } from '@/lib/crowd'

/** A crowd size as people say it. */
export function CrowdField(field: Omit<ComponentProps<typeof UnderstoodField>, 'read'>) {
  return (
    <UnderstoodField
      {...field}
      read={(text) => {
        if (text.trim() === '') return null
        const crowd = parseCrowd(text)
        if (crowd.ok) return { words: crowdInWords({ ...crowd, countedBy: '' }) }
        const choices = crowd.choices?.map(({ label }) => ({ label, value: label }))
        return { message: crowd.message, ...(choices && { choices }) }
      }}
    />
  )
}
