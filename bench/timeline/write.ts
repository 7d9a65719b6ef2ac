import { createHash } from 'node:crypto'
import type pg from 'pg'
import { dateBounds } from '@/lib/dates/edtf'
import { kindOf } from '@/lib/kinds/index'
import type { BenchEntry } from './row'

export type BenchPlace = { workspaceId: string; campaignId: string; memberId: string | null }

const BATCH = 2_000
const DEMANDS = 6

/** The workspace's first campaign of this slug, made when it is missing. */
export async function benchCampaign(
  client: pg.Client,
  workspaceId: string,
  slug: string,
  title: string,
): Promise<BenchPlace> {
  await client.query(`select set_config('app.workspace_id', $1, false)`, [workspaceId])
  const member = await client.query<{ id: string }>('select id from member limit 1')
  const { rows } = await client.query<{ id: string }>(
    `insert into campaign (workspace_id, id, slug, title, time_zone)
     values ($1, $2, $3, $4, 'America/Los_Angeles')
     on conflict (workspace_id, slug) do update set title = excluded.title
     returning id`,
    [workspaceId, idOf('campaign', workspaceId, slug), slug, title],
  )
  const campaignId = rows[0]?.id ?? ''
  return { workspaceId, campaignId, memberId: member.rows[0]?.id ?? null }
}

/**
 * Writes entries with their parts by arrays: Prisma would take thirty times as long. Each batch is a
 * transaction of its own, since what search has yet to read is gone through on every statement.
 */
export async function writeEntries(
  client: pg.Client,
  place: BenchPlace,
  entries: BenchEntry[],
): Promise<void> {
  const wholly = async (write: () => Promise<void>) => {
    await client.query('begin')
    await write()
    await client.query('commit')
  }
  await wholly(() => writeNames(client, place, entries))
  for (let at = 0; at < entries.length; at += BATCH)
    await wholly(() => writeBatch(client, place, entries.slice(at, at + BATCH), at))
  await client.query('vacuum analyze')
}

async function writeNames(
  client: pg.Client,
  { workspaceId, campaignId }: BenchPlace,
  entries: BenchEntry[],
) {
  const distinct = (names: string[]) => [...new Set(names)]
  const organizations = distinct(
    entries.flatMap((e) => [...(e.actors ?? []), ...(e.targets ?? [])]),
  )
  await client.query(
    `insert into organization (workspace_id, id, name) select $1, * from unnest($2::uuid[], $3::text[]) on conflict do nothing`,
    [
      workspaceId,
      organizations.map((name) => idOf('organization', workspaceId, name)),
      organizations,
    ],
  )
  const people = distinct(entries.flatMap((e) => e.speakers ?? []))
  await client.query(
    `insert into person (workspace_id, id, name, consent, consent_reason) select $1, i, n, 'named', 'bench' from unnest($2::uuid[], $3::text[]) t(i, n) on conflict do nothing`,
    [workspaceId, people.map((name) => idOf('person', workspaceId, name)), people],
  )
  const sources = [...new Map(entries.flatMap((e) => e.sources ?? []).map((s) => [s.url, s.title]))]
  await client.query(
    `insert into source (workspace_id, id, kind, title, url) select $1, i, 'news', t, u from unnest($2::uuid[], $3::text[], $4::text[]) x(i, t, u) on conflict do nothing`,
    [
      workspaceId,
      sources.map(([url]) => idOf('source', workspaceId, url)),
      sources.map(([, title]) => title),
      sources.map(([url]) => url),
    ],
  )
  if (!entries.some((e) => e.demands?.length)) return
  for (let number = 1; number <= DEMANDS; number++) {
    const demand = idOf('demand', campaignId, String(number))
    await client.query(
      `insert into demand (workspace_id, id, campaign_id, number) values ($1, $2, $3, $4) on conflict do nothing`,
      [workspaceId, demand, campaignId, number],
    )
    await client.query(
      `insert into demand_version (workspace_id, id, demand_id, number, wording) values ($1, $2, $3, 1, $4) on conflict do nothing`,
      [workspaceId, idOf('wording', demand, '1'), demand, `End contract ${number}`],
    )
  }
}

async function writeBatch(
  client: pg.Client,
  { workspaceId, campaignId, memberId }: BenchPlace,
  entries: BenchEntry[],
  from: number,
) {
  const ids = entries.map((_, index) => idOf('entry', campaignId, String(from + index)))
  const days = entries.map(({ edtf }) => {
    const bounds = dateBounds(edtf)
    if (!bounds) throw new RangeError(`${edtf} is not EDTF that the record keeps.`)
    return bounds
  })
  await client.query(
    `insert into entry (workspace_id, campaign_id, created_by, status, id, kind, lane, title, summary, edtf,
       first_day, last_day, time_of_day, place, latitude, longitude, crowd_low, crowd_high, tags)
     select $1, $2, $3, 'published', id, kind::entry_kind, lane::lane, title, summary, edtf,
       first_day, last_day, time_of_day, place, latitude, longitude, crowd, crowd,
       array(select jsonb_array_elements_text(tags::jsonb))
     from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[],
       $11::date[], $12::text[], $13::text[], $14::float8[], $15::float8[], $16::int[], $17::text[])
       t(id, kind, lane, title, summary, edtf, first_day, last_day, time_of_day, place, latitude, longitude, crowd, tags)
     on conflict do nothing`,
    [
      workspaceId,
      campaignId,
      memberId,
      ids,
      entries.map(({ kind }) => kind),
      entries.map(({ kind }) => kindOf(kind).lane),
      entries.map(({ title }) => title),
      entries.map(({ summary }) => summary),
      entries.map(({ edtf }) => edtf),
      days.map(({ firstDay }) => firstDay),
      days.map(({ lastDay }) => lastDay),
      entries.map(({ time }) => time ?? null),
      entries.map(({ place }) => place ?? ''),
      entries.map(({ latitude }) => latitude ?? null),
      entries.map(({ longitude }) => longitude ?? null),
      entries.map(({ crowd }) => crowd ?? null),
      entries.map(({ tags }) => JSON.stringify(tags ?? [])),
    ],
  )
  const links = (list: (entry: BenchEntry) => string[]) =>
    entries.flatMap((entry, index) =>
      [...new Set(list(entry))].map((name) => ({ entry: ids[index] ?? '', name })),
    )
  for (const part of ['actor', 'target'] as const) {
    const rows = links((entry) => (part === 'actor' ? entry.actors : entry.targets) ?? [])
    await client.query(
      `insert into entry_organization (workspace_id, entry_id, organization_id, part)
       select $1, e, o, $4::entry_part from unnest($2::uuid[], $3::uuid[]) t(e, o) on conflict do nothing`,
      [
        workspaceId,
        rows.map((r) => r.entry),
        rows.map((r) => idOf('organization', workspaceId, r.name)),
        part,
      ],
    )
  }
  const speakers = links((entry) => entry.speakers ?? [])
  await client.query(
    `insert into appearance (workspace_id, id, entry_id, person_id, role)
     select $1, i, e, p, 'speaker' from unnest($2::uuid[], $3::uuid[], $4::uuid[]) t(i, e, p) on conflict do nothing`,
    [
      workspaceId,
      speakers.map((r) => idOf('appearance', r.entry, r.name)),
      speakers.map((r) => r.entry),
      speakers.map((r) => idOf('person', workspaceId, r.name)),
    ],
  )
  const raised = links((entry) => (entry.demands ?? []).map(String))
  await client.query(
    `insert into entry_demand (workspace_id, id, entry_id, demand_id, relation)
     select $1, i, e, d, 'raises' from unnest($2::uuid[], $3::uuid[], $4::uuid[]) t(i, e, d) on conflict do nothing`,
    [
      workspaceId,
      raised.map((r) => idOf('raised', r.entry, r.name)),
      raised.map((r) => r.entry),
      raised.map((r) => idOf('demand', campaignId, r.name)),
    ],
  )
  const cited = links((entry) => (entry.sources ?? []).map(({ url }) => url))
  await client.query(
    `insert into citation (workspace_id, id, entry_id, source_id)
     select $1, i, e, s from unnest($2::uuid[], $3::uuid[], $4::uuid[]) t(i, e, s) on conflict do nothing`,
    [
      workspaceId,
      cited.map((r) => idOf('citation', r.entry, r.name)),
      cited.map((r) => r.entry),
      cited.map((r) => idOf('source', workspaceId, r.name)),
    ],
  )
}

/** The same id for the same thing each time, so that data can be loaded twice and compared. */
function idOf(kind: string, scope: string, name: string): string {
  const hex = createHash('sha256').update(`${kind}\n${scope}\n${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
