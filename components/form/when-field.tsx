'use client'

import type { ComponentProps } from 'react'
import type { Expected } from '@/lib/dates/context'
import { readWhen } from '@/lib/dates/reading'
import { useDateHabits } from './date-habits'
import { UnderstoodField } from './understood-field'

/**
 * A date as people say it. What was understood stands beside it, in amber where it lies ahead and nothing ahead is
 * expected.
 */
export function WhenField({
  expects = 'past',
  anchor,
  ...field
}: Omit<ComponentProps<typeof UnderstoodField>, 'read'> & {
  expects?: Expected
  /** ISO day of the source that the date is taken from. */
  anchor?: string | null
}) {
  const habits = useDateHabits()
  return (
    <UnderstoodField
      {...field}
      read={(text) => readWhen(text, { ...habits, expects, ...(anchor && { anchor }) })}
    />
  )
}
