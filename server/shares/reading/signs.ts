import 'server-only'
import type { EntrySign } from '@/lib/entries/signs'
import { Prisma } from '@/prisma/generated/client'
import { disputedSql } from '../../entries/checked'
import { placeIsHiddenSql } from '../../timeline/filter/places'
import type { Context } from './read'

/**
 * The signs that stand beside the titles of entries where a link draws them, by real id: on what their
 * sources differ, as far as the link shows that, and that they are disputed. The ids must have been
 * found through the link.
 */
export async function signsOf(
  { tx, reader, rules }: Pick<Context, 'tx' | 'reader' | 'rules'>,
  ids: string[],
): Promise<Map<string, EntrySign[]>> {
  if (ids.length === 0) return new Map()
  // What sources say of a place goes with it where readers may not know it exactly.
  const placed =
    rules.places === 'exact'
      ? Prisma.sql`e.place_precision = 'exact' and not ${placeIsHiddenSql()}`
      : Prisma.sql`false`
  const differing = rules.fields.includes('claims')
    ? Prisma.sql`array(select c.field::text from claim c
        where c.workspace_id = e.workspace_id and c.entry_id = e.id
          and (c.field <> 'place' or ${placed}) and (c.field <> 'crowd' or ${rules.fields.includes('crowd')})
        group by c.field having count(distinct lower(c.value)) > 1)`
    : Prisma.sql`'{}'::text[]`
  const rows = await tx.$queryRaw<{ id: string; signs: EntrySign[] }[]>`
    select e.id, ${differing} || case when ${disputedSql(false)} then '{disputed}'::text[] else '{}' end as signs
    from entry e where e.workspace_id = ${reader.workspaceId}::uuid and e.id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, signs }) => [id, signs]))
}
