import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/**
 * Entries at which one of these people appears, or whose account is theirs, over the alias `e`.
 * Unless the reader sees everybody (`open`), only those who are named to everyone can be asked for:
 * a filter would otherwise tell where a hidden person was.
 */
export function personCondition(workspaceId: string, people: string[], open: boolean): Prisma.Sql {
  const wanted = Prisma.sql`select p.id from person p
    where p.workspace_id = ${workspaceId}::uuid and p.id = any(${people}::uuid[])
      and p.trashed_at is null and ${open ? Prisma.sql`true` : Prisma.sql`p.consent = 'named'`}`
  return Prisma.sql`(e.according_to_person_id in (${wanted}) or e.id in (
    select a.entry_id from appearance a
    where a.workspace_id = ${workspaceId}::uuid and a.person_id in (${wanted})))`
}
