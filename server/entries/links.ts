import 'server-only'
import { needsSource } from '@/lib/entries/relations'
import type { LinkDto } from '@/lib/record'
import { Prisma, type Entry, type EntryLink } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'
import { shows, type Audience } from './audience'
import { toCitations } from './present-citation'
import { withPictures } from './reading/citations'
import type { CitationRow } from './reading/row'

type Row = Pick<EntryLink, 'id' | 'fromId' | 'toId' | 'relation' | 'note' | 'accordingTo'> &
  Pick<Entry, 'title' | 'kind' | 'edtf'> & { end: string; says: boolean; slug: string }

/**
 * Reads the links of entries in both directions, by entry. A link is there only where `visible`,
 * over the alias `e`, holds for its other end too; the entries asked for are the caller's to check.
 */
export async function readLinks(
  tx: Tx,
  ids: readonly string[],
  visible: Prisma.Sql,
  audience: Audience,
): Promise<Map<string, LinkDto[]>> {
  const links = new Map<string, LinkDto[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return links
  const asked = [...ids]
  const rows = await tx.$queryRaw<
    Row[]
  >`${audience.viewer.kind === 'share' ? Prisma.empty : plannedOnce}
    select l.id, l.from_id as "fromId", l.to_id as "toId", l.relation, l.note,
      l.according_to as "accordingTo", l.says, e.id as end, e.title, e.kind, e.edtf, c.slug
    from (select a.*, a.to_id as other, true as says from entry_link a
        where a.from_id = any(${asked}::uuid[])
      union all select b.*, b.from_id as other, false as says from entry_link b
        where b.to_id = any(${asked}::uuid[])) l
    join entry e on e.workspace_id = l.workspace_id and e.id = l.other
    join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
    where ${visible} order by l.position, l.id`
  if (rows.length === 0) return links
  const { viewer, rules } = audience
  const cited = viewer.kind !== 'share' || shows(audience, 'sources')
  const scope = { tx, rules: rules ?? null }
  const link = cited ? [...new Set(rows.map(({ id }) => id))] : []
  const citations = await withPictures(scope, { link })
  for (const row of rows) {
    const of = row.says ? row.fromId : row.toId
    links.get(of)?.push(...toLink(row, citations(row.id), audience))
  }
  return links
}

// That one thing caused another is not shown without who says so.
function toLink(row: Row, cited: CitationRow[], audience: Audience): LinkDto[] {
  const { viewer, withhold } = audience
  const quoted = viewer.kind !== 'share' || shows(audience, 'passages')
  const citations = toCitations(cited, audience)
  const accordingTo = withhold(row.accordingTo)
  if (needsSource(row.relation) && accordingTo === '' && citations.length === 0) return []
  const { says, title, kind, edtf, slug } = row
  return [
    {
      ...{ id: row.id, says, relation: row.relation, accordingTo },
      note: withhold(row.note),
      citations: citations.map((one) => (quoted ? one : { ...one, exact: '', missing: undefined })),
      entry: {
        ...{ id: row.end, title: withhold(title), kind, edtf },
        campaign: viewer.kind === 'share' ? '' : slug,
      },
    },
  ]
}
