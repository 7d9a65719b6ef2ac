import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { LensRules } from '@/lib/shares/lens'
import { placeIsHiddenSql } from '../../timeline/filter/places'

/**
 * The time of day of an entry as far as readers of a link may know it, over the alias `e`: none where
 * its place is hidden, by whose clocks it is. What is put in order by it tells it as well.
 */
export function shownTime({ places }: Pick<LensRules, 'places'>, now = new Date()): Prisma.Sql {
  if (places === 'none') return Prisma.sql`null::text`
  return Prisma.sql`(case when ${placeIsHiddenSql(now)} then null else e.time_of_day end)`
}
