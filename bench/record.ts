// npm run bench -- record [--entries 100000] [--rounds 15]: what the directories of organizations,
// people and sources and the table cost the server, beside bare SQL that reads the same rows, on a
// PostgreSQL of its own. Times are medians in ms, taken in turns. Writes bench/results/record.json.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type pg from 'pg'
import { withOwnDatabase } from './lib/own-database.mjs'
import { saveResults } from './lib/save-results.mjs'
import { generateEntries } from './timeline/generate'
import type { BenchEntry } from './timeline/row'
import { benchCampaign, writeEntries } from './timeline/write'

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '15' },
  },
})
const size = Number(values.entries)
const rounds = Number(values.rounds)
const BAR = 3

await withOwnDatabase(async (client: pg.Client) => {
  const workspaceId = randomUUID()
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  await client.query("insert into workspace (id, name) values ($1, 'Bench')", [workspaceId])
  const place = await benchCampaign(client, workspaceId, 'bench', 'Bench')
  await writeEntries(client, place, generateEntries(size).map(withManyNames))
  // Four in ten organizations are a part of the one whose number ends in nought.
  await client.query(
    `update organization part set parent_id = whole.id from organization whole
      where part.name ~ '[1-4]$' and whole.name = regexp_replace(part.name, '.$', '0')
        and whole.workspace_id = part.workspace_id`,
  )
  await client.query('vacuum analyze')
  const counted = await client.query(
    `select (select count(*)::int from entry) as entries,
            (select count(*)::int from organization) as organizations,
            (select count(*)::int from person) as people,
            (select count(*)::int from source) as sources`,
  )
  console.table(counted.rows)
  const rows = []
  for (const [page, [ours, bare]] of Object.entries(await cases(client, place)))
    rows.push({ page, ...(await inTurns(ours, bare)) })
  const missed = rows.filter(({ ratio }) => ratio > BAR).map(({ page }) => page)
  console.table(rows)
  console.log(missed.length ? `Over ${BAR}: ${missed.join('; ')}` : `All within ${BAR}.`)
  saveResults('record', { rounds, size: counted.rows[0] as unknown, rows })
})

/** Names by the thousand instead of a few, so that a directory has many pages. */
function withManyNames(entry: BenchEntry, index: number): BenchEntry {
  const numbered = (of: number) => (name: string) => `${name} ${index % of}`
  return {
    ...entry,
    actors: entry.actors?.map(numbered(300)),
    targets: entry.targets?.map(numbered(400)),
    speakers: entry.speakers?.map(numbered(1_500)),
    sources: entry.sources?.map(() => ({
      title: `Report ${index % 20_000}`,
      url: `https://example.org/report/${index % 20_000}`,
    })),
  }
}

type Work = () => Promise<unknown>

async function cases(
  client: pg.Client,
  { workspaceId, campaignId }: Awaited<ReturnType<typeof benchCampaign>>,
): Promise<Record<string, [ours: Work, bare: Work]>> {
  // Loaded late, since the configuration is read when they are.
  const { listDirectory } = await import('@/server/directory/queries')
  const { listTable } = await import('@/server/timeline/table')
  const { getOrganization } = await import('@/server/organizations/queries')
  const { getPerson } = await import('@/server/people/queries')
  const { getSource } = await import('@/server/sources/queries')
  const { systemViewer } = await import('@/server/auth/viewers')
  const { noFilter } = await import('@/lib/timeline/filters')
  const { readLayout } = await import('@/lib/timeline/table')
  const viewer = systemViewer(workspaceId)
  const bare =
    (...statements: string[]): Work =>
    async () => {
      await client.query('begin')
      for (const statement of statements) await client.query(statement)
      await client.query('commit')
    }
  const table = (asked: Record<string, string>, after?: string | null) => () =>
    listTable(viewer, { campaignId, filter: noFilter, layout: readLayout(asked), after })
  const most = async (sql: string) => {
    const { rows } = await client.query<{ id: string }>(
      `${sql} group by 1 order by count(*) desc, 1`,
    )
    return rows[0]?.id ?? ''
  }
  const organization = await most('select organization_id as id from entry_organization')
  const person = await most('select person_id as id from appearance')
  const source = await most('select source_id as id from citation')
  let late: string | null = null
  for (let n = 0; n < 20; n += 1)
    late = (await listDirectory(viewer, 'source', { after: late })).next
  const beyond = JSON.parse(Buffer.from(late ?? '', 'base64url').toString('utf8')) as [
    string,
    string,
  ]
  let tableLate: string | null = null
  for (let n = 0; n < 20; n += 1) tableLate = (await table({ sort: 'title' }, tableLate)()).next
  const [title] = JSON.parse(Buffer.from(tableLate ?? '', 'base64url').toString('utf8')) as [string]

  const mentioned = (parts: string, one: string, page: string) =>
    `select ${one}, count(distinct e.id) from ${parts} join entry e on e.id = entry_id
      where ${one} in (${page}) and e.trashed_at is null group by 1`
  const roots = `select id from organization where parent_id is null and trashed_at is null
    order by lower(name), id limit 100`
  const people = `select id from person where trashed_at is null order by lower(name), id limit 100`
  const sources = (from: string) =>
    `select id from source where trashed_at is null and ${from} order by lower(title), id limit 100`
  const cited = (from: string) =>
    bare(
      `select * from source where id in (${sources(from)}) order by lower(title), id`,
      mentioned('citation', 'source_id', sources(from)),
    )
  const entriesOf = (link: string, key: string, id: string) =>
    `select e.id, e.title, e.kind, e.edtf, l.* from ${link} l join entry e on e.id = l.entry_id
      where l.${key} = '${id}' and e.trashed_at is null order by e.first_day desc, e.id desc limit 500`
  const rowsOf = (page: string) => [
    `select * from entry where id in (${page})`,
    `select * from entry_organization l join organization o on o.id = l.organization_id where entry_id in (${page})`,
    `select * from appearance l join person p on p.id = l.person_id where entry_id in (${page})`,
    `select * from entry_demand l join demand d on d.id = l.demand_id where entry_id in (${page})`,
    `select entry_id, count(*) from citation where entry_id in (${page}) group by 1`,
  ]
  const tableRows = (order: string, where = 'true') =>
    bare(
      ...rowsOf(
        `select id from entry where campaign_id = '${campaignId}' and trashed_at is null and ${where} order by ${order} limit 50`,
      ),
    )

  return {
    'organizations, first page as a tree': [
      () => listDirectory(viewer, 'organization'),
      bare(
        `select * from organization where id in (${roots}) order by lower(name), id`,
        `select * from organization where parent_id in (${roots}) order by lower(name), id`,
        mentioned(
          'entry_organization',
          'organization_id',
          `select id from organization where id in (${roots}) or parent_id in (${roots})`,
        ),
      ),
    ],
    'organizations by a word': [
      () => listDirectory(viewer, 'organization', { q: 'palisade 39' }),
      bare(
        mentioned(
          'entry_organization',
          'organization_id',
          `select id from organization where name ilike '%palisade%' and name ilike '%39%'`,
        ),
        `select * from organization where name ilike '%palisade%' and name ilike '%39%' order by lower(name), id limit 101`,
      ),
    ],
    'people, first page': [
      () => listDirectory(viewer, 'person'),
      bare(
        `select * from person where id in (${people}) order by lower(name), id`,
        mentioned('appearance', 'person_id', people),
      ),
    ],
    'sources, first page': [() => listDirectory(viewer, 'source'), cited('true')],
    'sources, page 21': [
      () => listDirectory(viewer, 'source', { after: late }),
      cited(`(lower(title), id) > ('${beyond[0]}', '${beyond[1]}')`),
    ],
    'an organization with all that mentions it': [
      () => getOrganization(viewer, organization),
      bare(
        `select * from organization where id = '${organization}' or parent_id = '${organization}'`,
        entriesOf('entry_organization', 'organization_id', organization),
      ),
    ],
    'a person with all that mentions them': [
      () => getPerson(viewer, person),
      bare(
        `select * from person where id = '${person}'`,
        entriesOf('appearance', 'person_id', person),
      ),
    ],
    'a source with all that cites it': [
      () => getSource(viewer, source),
      bare(
        `select * from source where id = '${source}'`,
        entriesOf('citation', 'source_id', source),
      ),
    ],
    'table by date': [table({}), tableRows('first_day desc, id desc')],
    'table by title': [table({ sort: 'title' }), tableRows('lower(title), id')],
    'table by title, page 21': [
      table({ sort: 'title' }, tableLate),
      tableRows('lower(title), id', `lower(title) > '${title.replaceAll("'", "''")}'`),
    ],
  }
}

// One after the other in each round, so that what else the machine does falls on both alike.
async function inTurns(ours: Work, bare: Work) {
  const times = { ours: [] as number[], bare: [] as number[] }
  await ours()
  await bare()
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(ours))
    times.bare.push(await timed(bare))
  }
  const medians = { ours: median(times.ours), bare: median(times.bare) }
  return { ...medians, ratio: Number((medians.ours / medians.bare).toFixed(1)) }
}

async function timed(work: Work): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function median(times: number[]): number {
  return Number((times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(1))
}
