import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { dayNumber } from '@/lib/dates/calendar'
import { AppError } from '../errors'
import { isUuid } from '../ids'

export type Order = 'newest' | 'oldest'

/** A place between two entries of a timeline: the first possible day and id of one of them. */
export type Cursor = { day: string; id: string }

/** The cursor as an address holds it. */
export function writeCursor({ firstDay, id }: { firstDay: string; id: string }): string {
  return `${firstDay}_${id}`
}

/**
 * Reads a cursor from an address.
 *
 * @throws AppError `invalid` for one that is not one of ours.
 */
export function readCursor(text: string): Cursor {
  const [day = '', id = ''] = text.split('_')
  if (Number.isNaN(dayNumber(day)) || !isUuid(id)) {
    throw new AppError(
      'invalid',
      'This page of the timeline does not exist. Begin again at the first one.',
    )
  }
  return { day, id }
}

/**
 * Beyond a cursor, over the alias `e`, or from it on where it is `included`. Written so that the
 * first comparison alone bounds the index; a comparison of rows could not be used under row security.
 */
export function beyond({ day, id }: Cursor, going: 'up' | 'down', included = false): Prisma.Sql {
  const equal = included ? Prisma.sql`e.id = ${id}::uuid` : Prisma.sql`false`
  return going === 'down'
    ? Prisma.sql`e.first_day <= ${day}::date
        and (e.first_day < ${day}::date or e.id < ${id}::uuid or ${equal})`
    : Prisma.sql`e.first_day >= ${day}::date
        and (e.first_day > ${day}::date or e.id > ${id}::uuid or ${equal})`
}
