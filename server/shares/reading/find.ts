import 'server-only'
import type { EntryKind } from '@/lib/kinds/names'
import type { SharedFind } from '@/lib/shares/record'
import { checkedSql, disputedSql } from '../../entries/checked'
import type { Context } from './read'
import { choicesOf } from './choices'
import { LinkCache } from './link-cache'
import { isSearchable } from './where'

/** A record of fewer entries is read faster than it is searched. */
const MOST_WITHOUT = 40

const cached = new LinkCache<SharedFind>(1_000)

/** By what the readers of a link may look for entries; null where there are few, or a single one is shared. */
export async function findIn(
  context: Context,
  { count, isAsked }: { count: number; isAsked: boolean },
): Promise<SharedFind | null> {
  const { scope } = context.terms
  const several = scope === 'campaign' || scope === 'filter'
  if (!several || (!isAsked && count <= MOST_WITHOUT)) return null
  return cached.get(context, () => readFind(context))
}

async function readFind(context: Context): Promise<SharedFind> {
  const { tx, terms, entries } = context
  type Row = { kind: EntryKind; count: number; checked: boolean; disputed: boolean }
  const counted = tx.$queryRaw<Row[]>`
    select k.kind::text as kind, count(*) filter (where k.first)::int as count,
      bool_or(${checkedSql}) as checked, bool_or(${disputedSql(false)}) as disputed
    from entry e, lateral (values (e.kind, true), (e.also_kind, false)) k(kind, first)
    where ${entries} and k.kind = any(${[...terms.rules.kinds]}::entry_kind[])
    group by 1 order by count(*) desc, 1`
  const [rows, choices] = await Promise.all([counted, choicesOf(context)])
  return {
    ...choices,
    total: rows.reduce((sum, row) => sum + row.count, 0),
    kinds: rows.map(({ kind }) => kind),
    search: isSearchable(terms),
    checks: [
      ...(rows.some(({ checked }) => checked) ? (['yes'] as const) : []),
      ...(rows.some(({ disputed }) => disputed) ? (['disputed'] as const) : []),
    ],
  }
}
