import 'server-only'
import { escapeLike } from '../../any-case'
import { townInWordsSql } from '../../places/town-in-words'
import type { LensPlaces } from '@/lib/shares/lens'
import { Prisma } from '@/prisma/generated/client'

/** Whether readers of a share may know nothing of the place, over the alias `e`. */
export function placeIsHiddenSql(now = new Date()): Prisma.Sql {
  return Prisma.sql`(e.place_precision = 'hidden'
    or coalesce(e.place_hidden_until > ${now}::timestamptz, false))`
}

/**
 * The place in words as a reader sees it, over the alias `e`; for readers of a share (not `open`) as
 * `server/entries/present.ts` shows it: none, the town (that of the gazetteer, or the one that
 * its words end in), or as it is written.
 *
 * @param most how exactly the link shows places at most.
 */
export function placeText(open: boolean, now = new Date(), most: LensPlaces = 'exact'): Prisma.Sql {
  if (open) return Prisma.sql`e.place`
  if (most === 'none') return Prisma.sql`''`
  const isTown = most === 'town' ? Prisma.sql`true` : Prisma.sql`e.place_precision = 'town'`
  return Prisma.sql`case
    when ${placeIsHiddenSql(now)} then ''
    when ${isTown} and e.town <> '' then e.town
    when ${isTown} then ${townInWordsSql(Prisma.sql`e.place`)}
    else e.place end`
}

/** Entries at one of these places or within it: "Seattle" is also at "Amazon Spheres, Seattle". */
export function placeCondition(places: string[], open: boolean): Prisma.Sql {
  const text = Prisma.sql`lower(${placeText(open)})`
  const wanted = places.map((place) => place.toLowerCase())
  return Prisma.sql`(${text} = any(${wanted}::text[]) or ${text} like any(${wanted.map(
    (place) => `%, ${escapeLike(place)}`,
  )}::text[]))`
}
