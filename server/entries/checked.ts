import 'server-only'
import { isoDayOf } from '@/lib/dates/days'
import type { EntryDto } from '@/lib/record'
import { Prisma } from '@/prisma/generated/client'
import type { EntryRow } from './select'

/** Entries that a second person checked as they are now, over the alias `e`. */
export const checkedSql = Prisma.sql`(e.checked_version is not distinct from e.version)`

/** What is told of the check of an entry: to readers only the day. Nothing once it was changed since. */
export function checkedOf(
  { version, checkedVersion, checkedOn, checker }: EntryRow,
  { toMembers }: { toMembers: boolean },
): Pick<EntryDto, 'checked'> {
  if (checkedVersion !== version || checkedOn === null) return {}
  const name = toMembers ? checker?.account.name : undefined
  return { checked: { day: isoDayOf(checkedOn), ...(name !== undefined && { by: name }) } }
}
