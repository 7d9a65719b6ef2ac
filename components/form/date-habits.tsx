'use client'

import { createContext, use, type ReactNode } from 'react'
import type { DateHabits } from '@/lib/dates/habits'

const Habits = createContext<DateHabits | null>(null)

/** Tells the date fields within how dates are read here. */
export function DateHabitsProvider({
  habits,
  children,
}: {
  habits: DateHabits
  children: ReactNode
}) {
  return <Habits value={habits}>{children}</Habits>
}

/**
 * How dates are read where a field stands.
 *
 * @throws Error outside of a provider.
 */
export function useDateHabits(): DateHabits {
  const habits = use(Habits)
  if (!habits) throw new Error('A date field needs a DateHabitsProvider around it.')
  return habits
}
