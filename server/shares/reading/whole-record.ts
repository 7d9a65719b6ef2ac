import 'server-only'
import type { ClockFacts } from '@/lib/demands/clock'
import { Prisma } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'

/**
 * All entries of the record over the alias `e`: what a link says of a silence must be true of all of
 * them that are on record (`onRecord`).
 */
export function wholeRecord({ workspaceId }: ShareReader): Prisma.Sql {
  return Prisma.sql`e.workspace_id = ${workspaceId}::uuid and e.trashed_at is null and exists (
    select from campaign present where present.workspace_id = e.workspace_id
      and present.id = e.campaign_id and present.trashed_at is null)`
}

/**
 * Whether the clock of what a link shows is that of the whole record. What it shows is a part of the
 * record, so that it is all of it where the numbers are the same.
 */
export function sameAsRecord(shown: ClockFacts, record: ClockFacts): boolean {
  return shown.times === record.times && shown.answers === record.answers
}
