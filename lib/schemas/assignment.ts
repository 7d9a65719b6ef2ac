import { z } from 'zod'
import type { DateSettings } from '../dates/habits'
import { isExact } from '../dates/words'
import { optionalDateWords } from './dates'
import { optionalId } from './text'

/** Who is to see to something, nobody where it is taken back, and until which day. */
export function assignmentSchema(today: string, settings: DateSettings = {}) {
  return z.strictObject({
    member: optionalId(),
    dueOn: optionalDateWords({ ...settings, today, expects: 'ahead' })
      .refine((date) => !date || isExact(date.edtf), 'Give one day, such as 13 Feb 2026.')
      .transform((date) => date?.firstDay ?? null),
  })
}
export type AssignmentInput = z.output<ReturnType<typeof assignmentSchema>>
