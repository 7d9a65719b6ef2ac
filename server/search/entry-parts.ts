import 'server-only'
import { forPlainFields, plainField, plainFieldNames } from '@/lib/entries/fields/plain'
import { kindOf } from '@/lib/kinds/index'
import type { Part } from '@/lib/search/passage'
import { claimFieldLabels, detailsFrom, type ClaimField, type Lens } from '@/lib/schemas/words'
import { dateInWords } from '@/lib/dates/words'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../db'
import { plannedOnce } from '../statement-names'

/** What is read of an entry's own row to show where words stand in it. */
export const entryTexts = {
  id: true,
  kind: true,
  lane: true,
  status: true,
  edtf: true,
  title: true,
  ...forPlainFields(() => true as const),
  place: true,
  crowdWords: true,
  crowdCountedBy: true,
  tags: true,
  details: true,
  campaign: { select: { slug: true, title: true } },
} satisfies Prisma.EntrySelect

type EntryTexts = Prisma.EntryGetPayload<{ select: typeof entryTexts }>

type PartName =
  | 'organizations'
  | 'person'
  | 'quote'
  | 'account'
  | 'photo'
  | 'claim'
  | 'passage'
  | 'inquiry'
  | 'link'
  | 'dispute'
  | 'reply'
/** A text that stands in another table; `about` names whose it is, or a claim's field. */
export type PartRow = { entryId: string; part: PartName; about: string; text: string }

/** Reads the texts of entries' parts, in one query for a page of them. */
export async function partRows(tx: Tx, ids: string[]): Promise<PartRow[]> {
  // Asked for by a query of its own, so that the plan is the same for one as for twenty, and is kept.
  const asked = Prisma.sql`(select ${ids}::uuid[])::uuid[]`
  return tx.$queryRaw<PartRow[]>`${plannedOnce}
    with spoken as (
      select a.workspace_id, a.entry_id, a.id, concat_ws(', ', nullif(a.description, ''), nullif(a.affiliation, '')) as description,
             a.position, coalesce(p.name, a.description) as name
        from appearance a left join person p on p.workspace_id = a.workspace_id and p.id = a.person_id
       where a.entry_id = any(${asked})),
    said as (
      select s.workspace_id, s.entry_id, q.id, q.text, s.name, s.position * 100 + q.position as position
        from spoken s join quote q on q.workspace_id = s.workspace_id and q.appearance_id = s.id),
    claimed as (select * from claim where entry_id = any(${asked}))
    select entry_id as "entryId", part, about, text from (
      select o.entry_id, 1 as place, 0 as position, 'organizations' as part, '' as about,
             string_agg(distinct n.name, ', ') as text
        from entry_organization o
        join organization n on n.workspace_id = o.workspace_id and n.id = o.organization_id
       where o.entry_id = any(${asked}) group by o.entry_id
      union all select entry_id, 2, position, 'person', name, description from spoken
      union all select entry_id, 3, position, 'quote', name, text from said
      union all
      select e.id, 4, 0, 'account', '', p.name
        from entry e join person p on p.workspace_id = e.workspace_id and p.id = e.according_to_person_id
       where e.id = any(${asked})
      union all
      select entry_id, 4, position, 'photo', '',
             concat_ws(', ', nullif(caption, ''), nullif(alt, ''), nullif(credit, ''))
        from photo where entry_id = any(${asked}) and removed_at is null
      union all
      select from_id, 8, position, 'link', '', concat_ws(', ', nullif(note, ''), nullif(according_to, ''))
        from entry_link where from_id = any(${asked})
      union all
      select entry_id, 5, position, 'claim', field::text,
             concat_ws(e'\\n', value, nullif(said_by, ''), nullif(reason, '')) from claimed
      union all
      select coalesce(d.entry_id, s.entry_id), 5, d.position, 'dispute', d.said_by, d.reason
        from dispute d left join said s on s.workspace_id = d.workspace_id and s.id = d.quote_id
       where d.entry_id = any(${asked}) or s.id is not null
      union all
      select r.entry_id, 5, r.position, 'reply', n.name, r.said
        from entry_reply r
        join organization n on n.workspace_id = r.workspace_id and n.id = r.organization_id
       where r.entry_id = any(${asked})
      union all select entry_id, 6, position, 'passage', '', exact from citation
       where entry_id = any(${asked})
      union all select s.entry_id, 6, c.position, 'passage', '', c.exact
        from said s join citation c on c.workspace_id = s.workspace_id and c.quote_id = s.id
      union all select l.entry_id, 6, c.position, 'passage', '', c.exact
        from claimed l join citation c on c.workspace_id = l.workspace_id and c.claim_id = l.id
      union all
      select i.entry_id, 7, 0, 'inquiry', '', concat_ws(', ', nullif(i.through, ''), o.name, asked.names)
        from inquiry i
        left join organization o on o.workspace_id = i.workspace_id and o.id = i.asked_by_organization_id
        left join lateral (
          select string_agg(n.name, ', ') as names from inquiry_recipient r
            join organization n on n.workspace_id = r.workspace_id and n.id = r.organization_id
           where r.workspace_id = i.workspace_id and r.inquiry_id = i.id) asked on true
       where i.entry_id = any(${asked})
    ) parts order by place, position`
}

/** The parts of an entry in which words may stand, beside its title, by the names that members know. */
export function entryParts(row: EntryTexts, rows: readonly PartRow[]): Part[] {
  const { fields } = kindOf(row.kind)
  return [
    ...plainParts(row, (widest) => widest !== null),
    { label: 'Place', text: row.place },
    ...rows.filter(({ entryId }) => entryId === row.id).map(partOf),
    { label: 'Tags', text: listed(row.tags) },
    ...Object.entries(detailsFrom(row.details)).map(([name, value]) => ({
      label: fields[name]?.label ?? name,
      text: String(value),
    })),
    { label: 'Crowd size', text: listed([row.crowdWords, row.crowdCountedBy]) },
    ...plainParts(row, (widest) => widest === null),
  ]
}

// What is for members alone comes last, so that words are shown elsewhere first.
function plainParts(row: EntryTexts, wanted: (widest: Lens | null) => boolean): Part[] {
  return plainFieldNames()
    .filter((name) => wanted(plainField(name).lens.widest))
    .map((name) => ({ label: plainField(name).label, text: row[name] }))
}

function partOf({ part, about, text }: PartRow): Part {
  switch (part) {
    case 'organizations':
      return { label: 'Organizations', text }
    case 'person':
      return { label: 'Person', text: listed([about, text]) }
    case 'quote':
      return { label: `Quote of ${about}`, text }
    case 'account':
      return { label: 'Account of', text }
    case 'photo':
      return { label: 'Photo', text }
    case 'link':
      return { label: 'Link to another entry', text }
    case 'dispute':
      return { label: `Disputed by ${about}`, text }
    case 'reply':
      return { label: `Statement by ${about}`, text }
    case 'claim':
      return claimPart(about as ClaimField, text)
    case 'passage':
      return { label: 'Cited passage', text }
    case 'inquiry':
      return { label: 'Asked for an answer', text }
  }
}

function claimPart(field: ClaimField, text: string): Part {
  const [value = '', ...rest] = text.split('\n')
  const shown = field === 'date' ? dateInWords(value) : value
  return { label: claimFieldLabels[field], text: [shown, ...rest].join(' · ') }
}

function listed(texts: string[]): string {
  return texts.filter(Boolean).join(', ')
}
