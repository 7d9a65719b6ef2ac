import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { normalText } from '@/lib/people/letters'
import type { Shown } from '@/lib/people/shown'
import type { Withholder } from '@/lib/people/withholder'
import type { SharedChoice } from '@/lib/shares/record'
import { noNames, type FilterNames } from '@/lib/timeline/filter-words'
import type { TimelineFilter } from '@/lib/timeline/filters'
import { escapeLike } from '../../any-case'
import type { ShareReader } from '../../auth/viewer'
import type { Tx } from '../../db'
import { placeText } from '../../timeline/filter/places'
import { openRecordId, recordIdFor } from './record-ids'
import type { ShareTerms } from './terms'

/** As many of a list as somebody looks through. */
const MOST = 60

type Reading = {
  tx: Tx
  reader: ShareReader
  terms: ShareTerms
  names: Withholder
  /** The entries of the link, over the alias `e`. */
  entries: Prisma.Sql
}

type Listed = { id: string; name: string }

/** Records that readers cannot tell apart, since they are shown by one name. */
type Alike = SharedChoice & { ids: string[] }

/** What readers may ask for of the entries that a link shows, the most frequent first. */
export async function choicesOf(
  reading: Reading,
): Promise<Record<'organizations' | 'people' | 'places', SharedChoice[]>> {
  const [organizations, people, places] = await Promise.all([
    organizationsOf(reading, []),
    peopleOf(reading, []),
    placesOf(reading),
  ])
  const offered = ({ value, label }: Alike): SharedChoice => ({ value, label })
  return { organizations: organizations.map(offered), people: people.map(offered), places }
}

/** What was asked of the three lists, as conditions over the alias `e`, and as it may be told. */
export type OpenedChoices = {
  conditions: Prisma.Sql[]
  /** What of it is listened to, in the ids of the link. */
  asked: Pick<TimelineFilter, 'organizations' | 'people' | 'places'>
  names: FilterNames
}

/**
 * Finds what a reader asks for by an organization, a person or a place among what the link shows of its
 * entries. Whatever else is asked, withheld or unknown, asks nothing: each answer is one that could be
 * read off the entries themselves, so that none tells what they withhold.
 */
export async function openChoices(
  reading: Reading,
  asked: OpenedChoices['asked'],
): Promise<OpenedChoices> {
  const { reader, terms } = reading
  const workspace = Prisma.sql`${reader.workspaceId}::uuid`
  const idsIn = (values: string[]) =>
    values.flatMap((value) => openRecordId(reader, value.replaceAll('-', '')) ?? [])
  const wanted = { organizations: idsIn(asked.organizations), people: idsIn(asked.people) }
  const [organizations, people, places] = await Promise.all([
    wanted.organizations.length > 0 ? organizationsOf(reading, wanted.organizations) : [],
    wanted.people.length > 0 ? peopleOf(reading, wanted.people) : [],
    asked.places.length > 0 ? placesAsked(reading, asked.places) : { texts: [], asked: [] },
  ])
  const found = {
    organizations: among(organizations, wanted.organizations),
    people: among(people, wanted.people),
  }
  const idsOf = (all: Alike[]) => all.flatMap(({ ids }) => ids)
  const conditions: Prisma.Sql[] = []
  if (found.organizations.length > 0)
    conditions.push(Prisma.sql`e.id in (select eo.entry_id from entry_organization eo
      where eo.workspace_id = ${workspace}
        and eo.organization_id = any(${idsOf(found.organizations)}::uuid[]))`)
  if (found.people.length > 0)
    conditions.push(Prisma.sql`exists (select from (${tiesOf(terms)}) tie
      where tie.person_id = any(${idsOf(found.people)}::uuid[]))`)
  if (places.texts.length > 0)
    conditions.push(Prisma.sql`${placeOf(terms)} = any(${places.texts}::text[])`)
  return {
    conditions,
    asked: {
      organizations: found.organizations.map(({ value }) => value),
      people: found.people.map(({ value }) => value),
      places: places.asked,
    },
    names: {
      ...noNames,
      organizations: new Map(found.organizations.map(({ value, label }) => [value, label])),
      people: new Map(found.people.map(({ value, label }) => [value, label])),
    },
  }
}

// Without its divisions: what belongs to what is not shown.
async function organizationsOf(reading: Reading, wanted: string[]): Promise<Alike[]> {
  const { tx, terms, entries } = reading
  if (!terms.rules.fields.includes('organizations')) return []
  const rows = await tx.$queryRaw<Listed[]>`
    select o.id, o.name from entry e
    join entry_organization eo on eo.workspace_id = e.workspace_id and eo.entry_id = e.id
    join organization o on o.workspace_id = eo.workspace_id and o.id = eo.organization_id
    where ${entries} group by o.id, o.name
    order by o.id = any(${wanted}::uuid[]) desc, count(distinct e.id) desc, o.name, o.id
    limit ${MOST}`
  return alike(reading, rows)
}

// Somebody who is shown by initials or by a role has no name that one could ask by.
async function peopleOf(reading: Reading, wanted: string[]): Promise<Alike[]> {
  const { tx, terms, entries, names } = reading
  if (!terms.rules.people.includes('named')) return []
  const rows = await tx.$queryRaw<Listed[]>`
    select p.id, p.name from entry e cross join lateral (${tiesOf(terms)}) tie
    join person p on p.workspace_id = e.workspace_id and p.id = tie.person_id
    where ${entries} and p.consent = 'named' and p.trashed_at is null group by p.id, p.name
    order by p.id = any(${wanted}::uuid[]) desc, count(distinct e.id) desc, p.name, p.id
    limit ${MOST}`
  return alike(
    reading,
    // Somebody else of that name may not be named, so nobody is by it.
    rows.filter(({ name }) => names.shows(name)),
  )
}

// Who an entry of the alias `e` says was there or told of it, as far as the link shows either.
function tiesOf({ rules: { fields } }: ShareTerms): Prisma.Sql {
  const none = Prisma.sql`select null::uuid as person_id where false`
  return Prisma.join(
    [
      none,
      ...(fields.includes('people')
        ? [
            Prisma.sql`select a.person_id from appearance a
              where a.workspace_id = e.workspace_id and a.entry_id = e.id`,
          ]
        : []),
      ...(fields.includes('account') ? [Prisma.sql`select e.according_to_person_id`] : []),
    ],
    ' union all ',
  )
}

const placeOf = ({ rules }: ShareTerms): Prisma.Sql => placeText(false, new Date(), rules.places)

// "Seattle" stands for "Amazon Spheres, Seattle" too.
async function placesOf({ tx, terms, names, entries }: Reading): Promise<SharedChoice[]> {
  if (terms.rules.places === 'none') return []
  const rows = await tx.$queryRaw<{ place: string }[]>`
    select min(part) as place from (
      select string_to_array(place, ', ') as parts, count(*) as n
      from (select ${placeOf(terms)} as place from entry e where ${entries}) p
      where place <> '' group by place) p
    cross join lateral (
      select distinct array_to_string(parts[i:], ', ') as part
      from generate_series(1, cardinality(parts)) i) within
    group by lower(part) order by sum(n) desc, min(part) limit ${MOST}`
  return rows.flatMap(({ place }) =>
    names.shows(place) ? [{ value: place, label: names.show(place) }] : [],
  )
}

// The places of entries, as they are kept, that are or lie in one of these as they are shown.
async function placesAsked(
  { tx, terms, names, entries }: Reading,
  wanted: string[],
): Promise<{ texts: string[]; asked: string[] }> {
  if (terms.rules.places === 'none') return { texts: [], asked: [] }
  const asked = wanted.map((place) => place.toLowerCase())
  const within = asked.map((place) => `%, ${escapeLike(place)}`)
  const rows = await tx.$queryRaw<{ place: string }[]>`
    select distinct place from (select ${placeOf(terms)} as place from entry e where ${entries}) p
    where lower(place) = any(${asked}::text[]) or lower(place) like any(${within}::text[])`
  const plain = asked.map(normalText)
  const holds = (shown: string, place: string) => shown === place || shown.endsWith(`, ${place}`)
  const found = rows
    .map(({ place }) => ({ place, shown: names.show(place).toLowerCase() }))
    .filter(({ shown }) => plain.some((place) => holds(shown, place)))
  return {
    texts: found.map(({ place }) => place),
    // What is found nowhere must not stand beside what is, as if it had been.
    asked: wanted.filter((_, at) => found.some(({ shown }) => holds(shown, plain[at] ?? ''))),
  }
}

function alike({ reader, names }: Reading, rows: Listed[]): Alike[] {
  const byLabel = new Map<Shown, Alike>()
  for (const { id, name } of rows) {
    const label = names.show(name)
    const known = byLabel.get(label)
    if (known) known.ids.push(id)
    else byLabel.set(label, { value: dashed(recordIdFor(reader, id)), label, ids: [id] })
  }
  return [...byLabel.values()]
}

function among(all: Alike[], wanted: string[]): Alike[] {
  return all.filter(({ ids }) => ids.some((id) => wanted.includes(id)))
}

// As the filter of an address takes ids.
function dashed(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
