import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { dayNumber } from '@/lib/dates/calendar'
import { AppError } from '../errors'
import { isUuid } from '../ids'

export type Order = 'newest' | 'oldest'

/**
 * A place between two entries of a timeline: the first possible day, the time of that day or null
 * (`HH:MM`, by the place's clock), and the id of one of them.
 */
export type Cursor = { day: string; time: string | null; id: string }

/** The cursor as an address holds it. */
export function writeCursor({
  firstDay,
  time,
  id,
}: {
  firstDay: string
  time: string | null
  id: string
}): string {
  return `${firstDay}${time === null ? '' : `T${time.replace(':', '')}`}_${id}`
}

/**
 * Reads a cursor from an address.
 *
 * @throws AppError `invalid` for one that is not one of ours.
 */
export function readCursor(text: string): Cursor {
  const [, day = '', hour, minute, id = ''] =
    /^([\d-]{10})(?:T([01]\d|2[0-3])([0-5]\d))?_(.+)$/.exec(text) ?? []
  if (Number.isNaN(dayNumber(day)) || !isUuid(id)) {
    throw new AppError(
      'invalid',
      'This page of the timeline does not exist. Go back to the first page.',
    )
  }
  return { day, time: hour && minute ? `${hour}:${minute}` : null, id }
}

const TIME = Prisma.sql`e.time_of_day`

/**
 * The order of a timeline over the alias `e`: by first possible day, then by the time of day, what
 * has none after what has one, then by what the date says, so that "by 1 June" stands before "1 June"
 * whichever was logged first, then by id. `down` is the same backwards.
 *
 * @param time the time of day as far as whoever reads may know it, since an order tells it.
 */
export function timelineOrder(going: 'up' | 'down', time = TIME): Prisma.Sql {
  return going === 'down'
    ? Prisma.sql`e.first_day desc, ${time} desc, ${DATE} asc, e.id desc`
    : Prisma.sql`e.first_day, ${time}, ${DATE} desc, e.id`
}

/**
 * Beyond a cursor in that order, or from it on where it is `included`. Written so that the first
 * comparison alone bounds the index; a comparison of rows could not be used under row security.
 *
 * @param known the time of day as in `timelineOrder`.
 */
export function beyond(
  { day, time, id }: Cursor,
  going: 'up' | 'down',
  { included = false, known = TIME }: { included?: boolean; known?: Prisma.Sql } = {},
): Prisma.Sql {
  const timed = Prisma.sql`coalesce(${known}, ${LAST})`
  const at = time ?? LAST
  const equal = included ? Prisma.sql`e.id = ${id}::uuid` : Prisma.sql`false`
  // Of an entry that is gone nothing is known but its place: what stood beside it is read again.
  const date = (gone: string) => Prisma.sql`coalesce(
    (select here.edtf from entry here where here.id = ${id}::uuid), ${gone}) collate "C"`
  return going === 'down'
    ? Prisma.sql`e.first_day <= ${day}::date and (e.first_day < ${day}::date or ${timed} < ${at}
        or (${timed} = ${at} and (${DATE} > ${date('')}
          or (${DATE} = ${date('')} and (e.id < ${id}::uuid or ${equal})))))`
    : Prisma.sql`e.first_day >= ${day}::date and (e.first_day > ${day}::date or ${timed} > ${at}
        or (${timed} = ${at} and (${DATE} < ${date('~')}
          or (${DATE} = ${date('~')} and (e.id > ${id}::uuid or ${equal})))))`
}

// Letters alone: a bracket comes after every digit, and so "by" a day before the day, going up.
const DATE = Prisma.sql`e.edtf collate "C"`

/** Where in a day stands what has no time. */
const LAST = '99'
