import 'server-only'
import { isDay } from '@/lib/search/filters'
import type { Paged } from '@/lib/paged'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { isUuid } from '../ids'
import { plannedOnce } from '../statement-names'

const PAGE = 50

/** What to page through. */
export type Mentions = {
  /** A query of `id`, `day` and other keys for each mention that may be seen. */
  seen: Prisma.Sql
  /** The columns of an item, over the alias `here` of a seen mention and what is joined to it. */
  columns: Prisma.Sql
  joins: Prisma.Sql
}

/**
 * Reads one page of what mentions a record, newest first, in one statement: all mentions are counted
 * by their keys, and only those of the page are read.
 *
 * @param cursor of a page beside another one, or of the page that begins with an item
 *   (`pageFrom`); any other text stands for the first page
 */
export async function mentionsPage<Item>(
  tx: Tx,
  { seen, columns, joins }: Mentions,
  cursor: string | undefined,
): Promise<Paged<Item>> {
  const [way, day = '', id = ''] = (cursor ?? '').split('_')
  const beyond = BEYOND[way ?? '']
  const isOurs = beyond !== undefined && isDay(day) && isUuid(id)
  const where = isOurs
    ? Prisma.sql`where (day, id) ${beyond} (${day}::date, ${id}::uuid)`
    : Prisma.empty
  const order = isOurs && way === 'n' ? Prisma.sql`day, id` : Prisma.sql`day desc, id desc`
  // The first page is asked for most, and has one form for each kind of list.
  const planned = isOurs ? Prisma.empty : plannedOnce
  const [found] = await tx.$queryRaw<[Found<Item>]>`${planned}
    with seen as materialized (${seen}),
    page as materialized (select * from seen ${where} order by ${order} limit ${PAGE})
    select (select count(*)::int from seen) as count,
           (select count(*)::int from seen
             where (day, id) > (select day, id from page order by day desc, id desc limit 1)) as before,
           coalesce((
             select json_agg(item) from (
               select here.day as "keyDay", here.id as "keyId", ${columns}
                 from page here ${joins} order by here.day desc, here.id desc) item), '[]') as items`
  const { count, before, items } = found
  const [first, last] = [items.at(0), items.at(-1)]
  return {
    ...{ count, before },
    items: items.map(({ keyDay: _day, keyId: _id, ...item }) => item as Item),
    newer: first && before > 0 ? `n_${first.keyDay}_${first.keyId}` : null,
    older: last && before + items.length < count ? `o_${last.keyDay}_${last.keyId}` : null,
  }
}

/** The cursor of the page that begins with this item, where mentions have no day of their own. */
export function pageFrom(id: string): string {
  return `f_${NO_DAY}_${id}`
}

/** Stands for the day of mentions that have none: they are ordered by their ids alone. */
export const NO_DAY = '0001-01-01'

type Found<Item> = {
  count: number
  before: number
  items: (Item & { keyDay: string; keyId: string })[]
}

const BEYOND: Partial<Record<string, Prisma.Sql>> = {
  o: Prisma.sql`<`,
  n: Prisma.sql`>`,
  f: Prisma.sql`<=`,
}

/** The columns of `Mention`, over the aliases `e` of an entry and `c` of its campaign. */
export const entryMention = Prisma.sql`
  json_build_object('id', e.id, 'title', e.title, 'kind', e.kind, 'edtf', e.edtf, 'campaign', c.slug)`
