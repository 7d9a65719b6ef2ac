import 'server-only'
import { needsSource } from '@/lib/entries/relations'
import type { LinkDto } from '@/lib/record'
import type { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { shows, type Audience } from './audience'
import { toCitations } from './present-citation'
import { entrySelect } from './select'

const end = {
  select: {
    id: true,
    title: true,
    kind: true,
    edtf: true,
    campaign: { select: { slug: true } },
  },
} satisfies { select: Prisma.EntrySelect }

const select = {
  id: true,
  fromId: true,
  toId: true,
  relation: true,
  note: true,
  accordingTo: true,
  from: end,
  to: end,
  citations: entrySelect.citations,
} satisfies Prisma.EntryLinkSelect

type Row = Prisma.EntryLinkGetPayload<{ select: typeof select }>

/**
 * Reads the links of entries in both directions, by entry. A link is there only where `visible`
 * holds for its other end too; the entries asked for are the caller's to check.
 */
export async function readLinks(
  tx: Tx,
  ids: readonly string[],
  visible: Prisma.EntryWhereInput,
  audience: Audience,
): Promise<Map<string, LinkDto[]>> {
  const links = new Map<string, LinkDto[]>(ids.map((id) => [id, []]))
  const asked = { in: [...ids] }
  const rows = await tx.entryLink.findMany({
    where: {
      OR: [
        { fromId: asked, to: visible },
        { toId: asked, from: visible },
      ],
    },
    select,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  for (const row of rows) {
    links.get(row.fromId)?.push(...toLink(row, true, audience))
    links.get(row.toId)?.push(...toLink(row, false, audience))
  }
  return links
}

// That one thing caused another is not shown without who says so.
function toLink(row: Row, says: boolean, audience: Audience): LinkDto[] {
  const { viewer, withhold } = audience
  const cited = viewer.kind !== 'share' || shows(audience, 'sources')
  const quoted = viewer.kind !== 'share' || shows(audience, 'passages')
  const citations = cited ? toCitations(row.citations, audience) : []
  const accordingTo = withhold(row.accordingTo)
  if (needsSource(row.relation) && accordingTo === '' && citations.length === 0) return []
  const { id, title, kind, edtf, campaign } = says ? row.to : row.from
  return [
    {
      ...{ id: row.id, says, relation: row.relation, accordingTo },
      note: withhold(row.note),
      citations: citations.map((one) => (quoted ? one : { ...one, exact: '', missing: undefined })),
      entry: {
        ...{ id, title: withhold(title), kind, edtf },
        campaign: viewer.kind === 'share' ? '' : campaign.slug,
      },
    },
  ]
}
