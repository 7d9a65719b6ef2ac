import 'server-only'
import { todayIn } from '@/lib/dates/days'
import { Prisma } from '@/prisma/generated/client'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { disputesShown, outcomesShown, statusesShown } from './changed-rows'
import { demandsTouchedSql } from './demands'
import type { ShareTerms } from './terms'

type What = {
  tx: Tx
  reader: ShareReader
  terms: ShareTerms
  /** The entries of the link, over the alias `e`. */
  entries: Prisma.Sql
  /** When the campaign was made, before which nothing can have changed. */
  createdAt: Date
  timeZone: string
}

/**
 * When what a link shows was changed last. Only that counts: a change behind it would otherwise be
 * seen by its date.
 */
export async function lastChange(what: What): Promise<Date> {
  const { tx, reader, terms, entries, createdAt, timeZone } = what
  const { fields } = terms.rules
  const shown = { reader, rules: terms.rules }
  const nothing = Prisma.sql`select null::uuid as id where false`
  const demands = fields.includes('demands')
    ? demandsTouchedSql({ reader, terms, entries })
    : nothing
  const [row] = await tx.$queryRaw<Record<string, Date | null>[]>`
    with touched as (${demands}), shown as (${statusesShown({ ...shown, today: todayIn(timeZone) })})
    select (select max(r.at) from revision r
        where r.workspace_id = ${reader.workspaceId}::uuid and r.record = 'campaign'
          and r.record_id = ${reader.campaignId}::uuid
          and (r.changes ? 'title' or r.changes ? 'summary')) as text,
      (select max(e.updated_at) from entry e where ${entries}) as entry,
      (select max(v.created_at) from demand_version v join touched t on t.id = v.demand_id
        where v.workspace_id = ${reader.workspaceId}::uuid) as wording,
      (select max(s.decided_at) from shown s) as standing,
      (select max(d.at) from (${disputesShown(shown)}) d) as dispute,
      (select max(o.at) from (${outcomesShown({ ...shown, entries })}) o) as outcome`
  const changes = [createdAt, ...Object.values(row ?? {})]
  return new Date(Math.max(...changes.map((change) => change?.getTime() ?? 0)))
}
