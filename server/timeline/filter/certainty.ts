import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { ClaimField } from '@/lib/schemas/words'
import type { Certainty } from '@/lib/timeline/filters'
import type { Viewer } from '../../auth/viewer'
import { checkedSql, disputedSql } from '../../entries/checked'

/**
 * Whether the date is known to the day, over the alias `e`: `2018-03-05`, or
 * `2018-03-05/2018-03-07` for what lasted. Length and letters tell that of all dates that are kept.
 */
export const EXACT_DATE = Prisma.sql`(length(e.edtf) in (10, 21) and e.edtf !~ '[^0-9/-]')`

/** Whether the claims `c` of one field say different things, as `differingFields` has it. */
const DIFFER = Prisma.sql`count(distinct lower(c.value)) > 1`

/** What stands beside the title of an entry for members, as an array (`EntrySign`), over the alias `e`. */
export function signsSql({ workspaceId }: Viewer): Prisma.Sql {
  return Prisma.sql`array(select c.field::text from claim c
    where c.workspace_id = ${workspaceId}::uuid and c.entry_id = e.id
    group by c.field having ${DIFFER})
    || case when ${disputedSql(true)} then '{disputed}'::text[] else '{}' end
    || case when ${checkedSql} then '{checked}'::text[] else '{}' end`
}

/** Whether sources differ on a field, over the alias `e`: for many entries at once. */
export function differsSql(workspaceId: string, field: ClaimField): Prisma.Sql {
  return Prisma.sql`e.id in (select c.entry_id from claim c
    where c.workspace_id = ${workspaceId}::uuid and c.field = ${field}::claim_field
    group by c.entry_id having ${DIFFER})`
}

/** Entries whose date is known as well as asked, over the alias `e`. */
export function certaintyCondition(workspaceId: string, wanted: Certainty[]): Prisma.Sql {
  const conditions: Record<Certainty, Prisma.Sql> = {
    exact: EXACT_DATE,
    uncertain: Prisma.sql`not ${EXACT_DATE}`,
    differ: differsSql(workspaceId, 'date'),
  }
  return Prisma.sql`(${Prisma.join(
    wanted.map((one) => conditions[one]),
    ' or ',
  )})`
}

/**
 * Entries with a source, on themselves, on a claim or on a quote, or those without, over `e`.
 * `open` says whether the reader sees the quotes that consent hides, and what is said of hidden places.
 */
export function sourcedCondition(workspaceId: string, sourced: boolean, open: boolean): Prisma.Sql {
  // A hidden place may be told of by a claim alone.
  const told = open
    ? Prisma.sql`true`
    : Prisma.sql`(cl.field <> 'place' or exists (select 1 from entry placed
        where placed.workspace_id = cl.workspace_id and placed.id = cl.entry_id
          and placed.place_precision = 'exact' and placed.place_hidden_until is null))`
  const seen = open
    ? Prisma.sql`true`
    : Prisma.sql`coalesce(p.consent, 'named') <> 'hidden' and q.consent is distinct from 'hidden'`
  const cited = Prisma.sql`(
    exists (select 1 from citation c where c.workspace_id = e.workspace_id and c.entry_id = e.id)
    or e.id in (
      select cl.entry_id from claim cl
      join citation c on c.workspace_id = cl.workspace_id and c.claim_id = cl.id
      where cl.workspace_id = ${workspaceId}::uuid and ${told})
    or e.id in (
      select a.entry_id from appearance a
      join quote q on q.workspace_id = a.workspace_id and q.appearance_id = a.id
      left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
      join citation c on c.workspace_id = q.workspace_id and c.quote_id = q.id
      where a.workspace_id = ${workspaceId}::uuid and ${seen}))`
  return sourced ? cited : Prisma.sql`not ${cited}`
}
