import type { DateHabits } from '../dates/habits'
import { dayNumber } from '../dates/calendar'
import { parseDateWords } from '../dates/parse'

/** The parts of a date as a row has them; empty where it has none. */
export type WhenParts = {
  date: string
  endDate: string
  year: string
  month: string
  day: string
  endYear: string
  endMonth: string
  endDay: string
  time: string
}

/** A date for the entry's form, with the hour at which it ended and what could not be said there. */
export type When = { date: string; endTime: string; beside: string }

/**
 * Puts the parts of a date together in words that the form reads. A time stays with a single day;
 * of several days the times are told beside it, unless it is one night.
 *
 * @param exactHours whether a midnight is an hour, rather than a day without one.
 */
export function whenOf(parts: WhenParts, habits: DateHabits, exactHours = false): When {
  const day = (text: string) => (exactHours ? text : withoutMidnight(text))
  const start = dayFrom(day(parts.date), [parts.year, parts.month, parts.day])
  const end = dayFrom(day(parts.endDate), [parts.endYear, parts.endMonth, parts.endDay])
  const { time } = parts
  if (end === '' || end === start)
    return { date: [start, time].filter(Boolean).join(' '), endTime: '', beside: '' }
  const whole = { date: `${start} to ${end}`, endTime: '', beside: '' }
  if (time === '' && !TIME.test(start) && !TIME.test(end)) return whole
  const [first, last] = [parseDateWords(start, habits), parseDateWords(end, habits)]
  // What cannot be read is left to the form's own sentence.
  if (!first.ok || !last.ok || !(time || first.time || last.time)) return whole
  if (first.edtf === last.edtf || isOneNight(first, last, time))
    return {
      date: [first.edtf, first.time ?? time].filter(Boolean).join(' '),
      endTime: last.time ?? '',
      beside: '',
    }
  const beside = `Times: from ${[start, first.time ? '' : time].filter(Boolean).join(' ')} to ${end}`
  return { date: `${first.edtf} to ${last.edtf}`, endTime: '', beside }
}

type Moment = { edtf: string; time: string | null }

/** Whether it ends in the small hours of the next day, as an hour of the form's may. */
function isOneNight(first: Moment, last: Moment, time: string): boolean {
  const from = first.time ?? time
  const next = dayNumber(last.edtf) - dayNumber(first.edtf) === 1
  return next && from !== '' && last.time !== null && last.time <= from.padStart(5, '0')
}

const TIME = /\d:\d|\d\s*[ap]\.?m\b|\do'?clock/i

function dayFrom(whole: string, [year = '', month = '', day = '']: string[]): string {
  if (whole !== '') return whole
  if (year === '') return ''
  const numbers = [year, month, day].filter((part) => part !== '')
  if (!numbers.every((part) => /^\d+(?:\.0)?$/.test(part)))
    return [day, month, year].filter((part) => part !== '').join(' ')
  return numbers
    .map((part, index) => part.replace(/\.0$/, '').padStart(index === 0 ? 4 : 2, '0'))
    .join('-')
}

// Programs write a day that has no time as its midnight.
function withoutMidnight(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$/, '$1')
}
