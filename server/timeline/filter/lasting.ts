import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** What `goesOn` says of a date, over the alias `e`: as dates are stored, their ending tells. */
export const GOES_ON = Prisma.sql`e.edtf like '%/..'`

/** Today in the time zone of an entry's campaign, over the alias `e`. */
export function todaySql(now = new Date()): Prisma.Sql {
  return Prisma.sql`(select (${now}::timestamptz at time zone zoned.time_zone)::date
    from campaign zoned where zoned.workspace_id = e.workspace_id and zoned.id = e.campaign_id)`
}

/** The last day that an entry is known to touch, over the alias `e`: today for what goes on. */
export function lastDaySql(now = new Date()): Prisma.Sql {
  return Prisma.sql`(case when ${GOES_ON} then greatest(e.last_day, ${todaySql(now)}) else e.last_day end)`
}

/**
 * Whether that last day is this one or a later one. Written apart for what goes on, so that the
 * rest is found by the index on the last day.
 */
export function reachesSql(day: Prisma.Sql, now = new Date()): Prisma.Sql {
  return Prisma.sql`(e.last_day >= ${day} or (${GOES_ON} and ${todaySql(now)} >= ${day}))`
}

/** Whether an entry lasts longer than its first day, or may be of a later one, over the alias `e`. */
export const OF_SEVERAL_DAYS = Prisma.sql`(e.last_day > e.first_day or ${GOES_ON})`

/**
 * Whether an entry is going on today, over the alias `e`: a span that has begun and has no end, or
 * whose end has not passed. "Early 2026" is kept as a span too, about two days, and is none.
 */
export function onNowSql(now = new Date()): Prisma.Sql {
  return Prisma.sql`(e.edtf like '%_/_%' and e.edtf not like '%~/%~'
    and e.first_day <= ${todaySql(now)} and ${reachesSql(todaySql(now), now)})`
}
