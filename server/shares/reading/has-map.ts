import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { placeIsHiddenSql } from '../../timeline/filter/places'
import { coordinatesOf } from './entries'
import { LinkCache } from './link-cache'
import type { Context } from './read'
import type { ShareTerms } from './terms'

/** Whether a link may show where its entries were. */
export function mayPlace({ scope, rules }: ShareTerms): boolean {
  const several = scope === 'campaign' || scope === 'filter'
  return several && rules.fields.includes('coordinates') && rules.places !== 'none'
}

/** Entries, over the alias `e`, of which readers of a share may know where they were, exactly or nearly. */
export function placedSql(): Prisma.Sql {
  return Prisma.sql`e.longitude is not null and e.latitude is not null and not ${placeIsHiddenSql()}`
}

type Point = Parameters<typeof coordinatesOf>[0]

const AT_ONCE = 200

const cached = new LinkCache<boolean>(2_000)

/** Whether a link has a map: its readers may know at least two places, each as exactly as they may. */
export async function hasMap(context: Context): Promise<boolean> {
  return mayPlace(context.terms) && cached.get(context, () => readHasMap(context))
}

async function readHasMap({ tx, rules, entries }: Context): Promise<boolean> {
  const audience = { now: new Date(), rules }
  const isTown = Prisma.sql`(${rules.places === 'town'} or e.place_precision = 'town')`
  let first: string | null = null
  // Nearly always the first two differ.
  for (let from = 0; ; from += AT_ONCE) {
    // Of one town there may be thousands of addresses, which these readers cannot tell apart.
    const rows = await tx.$queryRaw<Point[]>`
      select distinct e.place_precision::text as "placePrecision",
        case when known then e.town_latitude else e.latitude end as latitude,
        case when known then e.town_longitude else e.longitude end as longitude,
        case when known then e.town_latitude end as "townLatitude",
        case when known then e.town_longitude end as "townLongitude",
        null::timestamptz as "placeHiddenUntil"
      from entry e cross join lateral (select ${isTown}
        and e.town_latitude is not null and e.town_longitude is not null) town (known)
      where ${entries} and ${placedSql()}
      order by 1, 2, 3, 4, 5 limit ${AT_ONCE} offset ${from}`
    for (const row of rows) {
      const point = coordinatesOf(row, audience)
      if (!point) continue
      const at = `${point.longitude} ${point.latitude}`
      first ??= at
      if (at !== first) return true
    }
    if (rows.length < AT_ONCE) return false
  }
}
