import 'server-only'
import { plainField, plainFieldNames } from '@/lib/entries/fields/plain'
import { publisherTexts } from '@/lib/shares/publisher'
import { sourceFieldList } from '@/lib/sources/fields'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '../../db'
import { columnName } from '../../entries/columns'
import { named } from '../../trash/references'

/**
 * A text with what it stands in: an entry, a demand (`demand` is its number) that no published entry
 * touches, or the campaign's own head and who publishes it, which have no id.
 */
export type PublishedText = {
  id: string | null
  title: string
  demand: number | null
  /** The edition that holds it, with its link's label; null for the record as it is. */
  edition: { number: number; link: string } | null
  text: string
}

/**
 * Every text of a campaign's published entries, or of one of them, that a link may show; of the whole
 * campaign also its own, those of who publishes it, and those of demands that stand for themselves.
 */
export function publishedTexts(
  tx: Tx,
  {
    workspaceId,
    campaignId,
    entryId,
    withPlaces,
  }: {
    workspaceId: string
    campaignId: string
    entryId: string | null
    /** Whether the places themselves and what is said of them are among the texts. */
    withPlaces: boolean
  },
): Promise<PublishedText[]> {
  return tx.$queryRaw<PublishedText[]>`
    with published as (
      select * from entry e where e.workspace_id = ${workspaceId}::uuid
        and e.campaign_id = ${campaignId}::uuid
        and (${entryId}::uuid is null or e.id = ${entryId}::uuid) and e.status = 'published' and e.trashed_at is null
    ), alone as (
      select d.id, d.number, (select v.wording from demand_version v
          where v.workspace_id = d.workspace_id and v.demand_id = d.id
          order by v.number desc limit 1) as title
        from demand d
       where d.workspace_id = ${workspaceId}::uuid and d.campaign_id = ${campaignId}::uuid
         and ${entryId}::uuid is null and d.for_itself and d.trashed_at is null
         and not exists (select 1 from entry_demand ed join published e on e.id = ed.entry_id
           where ed.workspace_id = d.workspace_id and ed.demand_id = d.id)
    ), quotes as (
      select a.entry_id, q.id, q.text from published e
        join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
        join quote q on q.workspace_id = a.workspace_id and q.appearance_id = a.id
    ), demands as (
      select e.id as entry_id, ed.demand_id from published e
        join entry_demand ed on ed.workspace_id = e.workspace_id and ed.entry_id = e.id
      union all select a.id, a.id from alone a
    ), standings as (
      select m.entry_id, s.id, s.note from demands m
        join assessment s on s.workspace_id = ${workspaceId}::uuid and s.demand_id = m.demand_id
       where s.state = 'confirmed'
    ), disputes as (
      select e.id as entry_id, d.id, d.reason, d.said_by from published e
        join dispute d on d.workspace_id = e.workspace_id and d.entry_id = e.id
      union select q.entry_id, d.id, d.reason, d.said_by from quotes q
        join dispute d on d.workspace_id = ${workspaceId}::uuid and d.quote_id = q.id
      union select s.entry_id, d.id, d.reason, d.said_by from standings s
        join dispute d on d.workspace_id = ${workspaceId}::uuid and d.assessment_id = s.id
       where d.taken_back_at is null
    ), ties as (
      select e.id as entry_id, l.id, l.note, l.according_to from published e
        join entry_link l on l.workspace_id = e.workspace_id and e.id in (l.from_id, l.to_id)
    ), asked as (
      select e.id as entry_id, i.id, i.through, i.asked_by_organization_id as by from published e
        join inquiry i on i.workspace_id = e.workspace_id and i.entry_id = e.id
    ), replies as (
      select e.id as entry_id, r.id, r.said, o.name from published e
        join entry_reply r on r.workspace_id = e.workspace_id and r.entry_id = e.id
        join organization o on o.workspace_id = r.workspace_id and o.id = r.organization_id
    ), cited as (
      select e.id as entry_id, c.source_id, c.exact from published e
        join citation c on c.workspace_id = e.workspace_id and c.entry_id = e.id
      union select q.entry_id, c.source_id, c.exact from quotes q
        join citation c on c.workspace_id = ${workspaceId}::uuid and c.quote_id = q.id
      union select m.entry_id, c.source_id, c.exact from claim m
        join citation c on c.workspace_id = m.workspace_id and c.claim_id = m.id
       where m.workspace_id = ${workspaceId}::uuid and m.entry_id in (select id from published)
        and (${withPlaces} or m.field <> 'place')
      union select d.entry_id, c.source_id, c.exact from disputes d
        join citation c on c.workspace_id = ${workspaceId}::uuid and c.dispute_id = d.id
      union select r.entry_id, c.source_id, c.exact from replies r
        join citation c on c.workspace_id = ${workspaceId}::uuid and c.reply_id = r.id
      union select l.entry_id, c.source_id, c.exact from ties l
        join citation c on c.workspace_id = ${workspaceId}::uuid and c.link_id = l.id
    ), texts as (
      select e.id, t.text from published e
        cross join lateral unnest(array[e.title, case when ${withPlaces} then e.place end, e.crowd_words,
          e.crowd_counted_by, ${plainTexts(withPlaces)}] || e.tags) t(text)
      union select l.entry_id, unnest(array[l.note, l.according_to]) from ties l
      union select a.entry_id, a.through from asked a
      union select a.entry_id, o.name from asked a
        join organization o on o.workspace_id = ${workspaceId}::uuid and (o.id = a.by or o.id in (
          select r.organization_id from inquiry_recipient r
           where r.workspace_id = o.workspace_id and r.inquiry_id = a.id))
      union select e.id, x.value from published e cross join lateral jsonb_each_text(e.details) x
      union select e.id, unnest(array[a.description, a.affiliation]) from published e
        join appearance a on a.workspace_id = e.workspace_id and a.entry_id = e.id
      union select q.entry_id, q.text from quotes q
      union select e.id, unnest(array[c.value, c.said_by, c.reason]) from published e
        join claim c on c.workspace_id = e.workspace_id and c.entry_id = e.id
        and (${withPlaces} or c.field <> 'place')
      union select c.entry_id, unnest(array[c.exact, ${citedTexts()}]) from cited c
        join source s on s.workspace_id = ${workspaceId}::uuid and s.id = c.source_id
      union select c.entry_id, unnest(array[i.caption, i.credit]) from cited c
        join source_picture i on i.workspace_id = ${workspaceId}::uuid and i.source_id = c.source_id
      union select d.entry_id, unnest(array[d.reason, d.said_by]) from disputes d
      union select r.entry_id, unnest(array[r.said, r.name]) from replies r
      union select s.entry_id, s.note from standings s
      union select e.id, unnest(array[p.caption, p.credit, p.alt]) from published e
        join photo p on p.workspace_id = e.workspace_id and p.entry_id = e.id
      union select e.id, o.name from published e
        join entry_organization eo on eo.workspace_id = e.workspace_id and eo.entry_id = e.id
        join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
      union select m.entry_id, unnest(array[v.wording, v.note]) from demands m
        join demand_version v on v.workspace_id = ${workspaceId}::uuid and v.demand_id = m.demand_id
      union select m.entry_id, o.name from demands m
        join (select workspace_id, demand_id, organization_id from demand_target
          union select workspace_id, demand_id, organization_id from demand_counterparty) at
          on at.workspace_id = ${workspaceId}::uuid and at.demand_id = m.demand_id
        join organization o on o.workspace_id = at.workspace_id and o.id = at.organization_id
    ), subjects as (
      select e.id, e.title, null::int as demand, e.first_day from published e
      union all select a.id, a.title, a.number, null from alone a
    ), own as (
      select c.title, unnest(array[c.title, c.summary]) as text from campaign c
       where c.workspace_id = ${workspaceId}::uuid and c.id = ${campaignId}::uuid
      union all select ${publisherTexts}, unnest(array[w.publisher_name, w.publisher_about])
        from workspace w where w.id = ${workspaceId}::uuid
      union all select ${publisherTexts}, unnest(array[l.publisher_name, l.publisher_about])
        from share_link l where l.workspace_id = ${workspaceId}::uuid and l.campaign_id = ${campaignId}::uuid
          and (l.expires_at is null or l.expires_at > now()) and not exists (
            select from share_revocation r
              left join share_revival v on v.workspace_id = r.workspace_id and v.revocation_id = r.id
             where r.workspace_id = l.workspace_id and r.share_link_id = l.id and v.revocation_id is null)
    )
    select f.id, f.title, f.demand, null as edition, f.text from (
      select t.id, s.title, s.demand, s.first_day, t.text from texts t join subjects s on s.id = t.id
      union all select null, o.title, null, null, o.text from own o where ${entryId}::uuid is null) f
    where btrim(f.text) <> '' order by f.first_day desc nulls last, f.id, f.text`
}

// The fields of entries that are one text each and that some link shows.
function plainTexts(withPlaces: boolean): Prisma.Sql {
  const shown = plainFieldNames().filter((name) => {
    const { lens, exactPlace = false, type } = plainField(name)
    return lens.widest !== null && type !== 'time' && (withPlaces || !exactPlace)
  })
  return Prisma.join(shown.map((name) => Prisma.sql`e.${named(columnName(name))}`))
}

// The columns of a source that its citations show and in which names may stand, its address among them.
function citedTexts(): Prisma.Sql {
  const cited = sourceFieldList().filter(
    ([, { cited, type }]) =>
      cited !== 'nowhere' && ['name', 'line', 'text', 'address'].includes(type),
  )
  return Prisma.join(cited.map(([name]) => Prisma.sql`s.${named(columnName(name))}`))
}
