import { z } from 'zod'
import { takeTime } from '../dates/read-time'
import { Refusal } from '../dates/refusal'
import { lineText } from './text'

// Times are read behind a day.
const DAY = '1 jan 2026'

/** A time of day in any usual form, as `HH:MM`; empty where none is given. */
export function timeText(max: number) {
  return lineText(max).transform((text, context) => {
    const time = text === '' ? '' : timeIn(text)
    if (time !== null) return time
    context.addIssue({
      code: 'custom',
      message: 'Give a time of day, such as 19:00 or 7 pm, or leave this empty.',
    })
    return z.NEVER
  })
}

function timeIn(text: string): string | null {
  try {
    const { rest, time } = takeTime(`${DAY} ${text.toLowerCase()}`)
    return rest === DAY ? time : null
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
