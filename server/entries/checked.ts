import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { Checked } from '@/lib/record'
import { Prisma } from '@/prisma/generated/client'
import type { CheckRow, EntryRow } from './reading/row'

/** Entries that a second person checked as they are now, over the alias `e`. */
export const checkedSql = Prisma.sql`(e.checked_version is not distinct from e.version)`

/** Entries with a quote that a second person checked, over the alias `e`. */
export const quoteCheckedSql = Prisma.sql`exists (
  select 1 from quote q
  join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
  where a.workspace_id = e.workspace_id and a.entry_id = e.id and q.checked_on is not null)`

/**
 * Entries that are disputed, over the alias `e`; to members also those with a disputed quote, and
 * those that support a disputed standing. A quote that readers may not see must not be told of.
 */
export function disputedSql(toMembers: boolean): Prisma.Sql {
  const own = Prisma.sql`select d.workspace_id, d.entry_id from dispute d
    where d.taken_back_at is null and d.entry_id is not null`
  const any = Prisma.sql`${own}
    union all select a.workspace_id, a.entry_id from dispute d
      join quote q on q.workspace_id = d.workspace_id and q.id = d.quote_id
      join appearance a on a.workspace_id = q.workspace_id and a.id = q.appearance_id
      where d.taken_back_at is null
    union all select s.workspace_id, s.entry_id from dispute d
      join assessment s on s.workspace_id = d.workspace_id and s.id = d.assessment_id
      where d.taken_back_at is null and s.entry_id is not null`
  // Asked once for all entries: there are few disputes.
  return Prisma.sql`(e.workspace_id, e.id) in (${toMembers ? any : own})`
}

/** Who checked something and when, as it is read from the database. */
export const checkSelect = {
  checkedOn: true,
  checker: { select: { account: { select: { name: true } } } },
} as const

type Reader = { toMembers: boolean }

/** What is said of the check of a quote or a standing: to readers only the day. */
export function checkOf({ checkedOn, checker }: CheckRow, { toMembers }: Reader): Checked {
  if (checkedOn === null) return {}
  const name = toMembers ? checker?.account.name : undefined
  return { checked: { day: isoDayOf(checkedOn), ...(name !== undefined && { by: name }) } }
}

/** The same of an entry: nothing once it was changed since. */
export function checkedOf(row: EntryRow, reader: Reader): Checked {
  return row.checkedVersion === row.version ? checkOf(row, reader) : {}
}
