// npm run bench -- ledger: what the ledger, a demand's page, a scorecard and the plots cost the
// server with 2,000 demands, 200 targets and 100,000 entries, on a PostgreSQL of its own, beside
// bare SQL that reads the same rows. Times are medians in ms.
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withOwnDatabase } from '../lib/own-database.mjs'
import { fill, SIZE } from './fill.mjs'

const rounds = 11

await withOwnDatabase(async (client) => {
  const workspaceId = randomUUID()
  const begin = performance.now()
  await fill(client, workspaceId)
  console.log(`filled in ${((performance.now() - begin) / 1000).toFixed(1)} s`, SIZE)
  await compare(client, workspaceId)
})

/** @param {import('pg').Client} client */
async function compare(client, workspaceId) {
  // Loaded late, since the configuration is read when they are.
  const { readLedger } = await import('../../server/demands/ledger.ts')
  const { getDemand } = await import('../../server/demands/queries.ts')
  const { readScorecard } = await import('../../server/organizations/scorecard.ts')
  const { readPlots } = await import('../../server/plots/queries.ts')
  const { systemViewer } = await import('../../server/auth/viewers.ts')
  const { noFilter } = await import('../../lib/timeline/filters.ts')
  const viewer = systemViewer(workspaceId)
  const target = '00000001-0000-7000-8000-000000000003'
  const plot = (name) => () => readPlots(viewer, { slug: 'bench', filter: noFilter, names: [name] })
  /** @type {[string, () => Promise<unknown>, string[]][]} */
  const cases = [
    ['ledger, first page of 100', () => readLedger(viewer, 'bench'), demandRows(`d.number <= 101`)],
    [
      'ledger, last page of 100',
      () => readLedger(viewer, 'bench', { after: 1_900 }),
      demandRows('d.number > 1900'),
    ],
    [
      'ledger of one target',
      () => readLedger(viewer, 'bench', { target }),
      demandRows(
        `d.id in (select demand_id from demand_target where organization_id = '${target}')`,
      ),
    ],
    ['one demand', () => getDemand(viewer, 'bench', 700), demandRows('d.number = 700')],
    [
      'scorecard of one target',
      () => readScorecard(viewer, { id: target, divisions: false }),
      scoreRows(`= '${target}'`),
    ],
    [
      'scorecard with nine divisions',
      () => readScorecard(viewer, { id: target, divisions: true }),
      scoreRows(
        `in (select id from organization where id = '${target}' or parent_id = '${target}')`,
      ),
    ],
    ['plot of standings', plot('standings'), allStandings()],
    ['plot of days to a response', plot('responses'), allResponses()],
    [
      'plot of entries by month',
      plot('entries'),
      [
        `select date_trunc('month', first_day), lane, count(*) from entry e group by 1, 2`,
        `select date_trunc('month', e.first_day), count(distinct e.id) from entry e
           join entry_demand ed on ed.entry_id = e.id and ed.relation <> 'answers' group by 1`,
      ],
    ],
    [
      'plot of crowd sizes',
      plot('crowds'),
      [
        `select date_trunc('year', first_day), count(crowd_low), min(crowd_low), max(crowd_high),
           percentile_cont(0.5) within group (order by (crowd_low + crowd_high) / 2.0)
         from entry where lane = 'action' group by 1`,
      ],
    ],
  ]
  await client.query("select set_config('app.workspace_id', $1, false)", [workspaceId])
  const rows = []
  for (const [name, work, bare] of cases) {
    const ours = await median(work)
    const sql = await median(async () => {
      await client.query('begin')
      for (const statement of bare) await client.query(statement)
      await client.query('commit')
    })
    rows.push({ name, ours, sql, ratio: Number((ours / sql).toFixed(1)) })
  }
  console.table(rows)
  const file = fileURLToPath(new URL('../results/ledger.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify({ size: SIZE, rounds, rows }, null, 2)}\n`)
}

/** All that is on record of some demands, without an order or anything of ours around it. */
function demandRows(which) {
  const demands = `select id from demand d where ${which}`
  return [
    `select * from demand d join demand_version v on v.demand_id = d.id where ${which}`,
    `select t.*, o.name from demand_target t join organization o on o.id = t.organization_id
       where t.demand_id in (${demands})`,
    `select * from assessment where demand_id in (${demands})`,
    `select ed.*, e.id, e.title, e.kind, e.edtf, e.first_day, e.last_day from entry_demand ed
       join entry e on e.id = ed.entry_id where ed.demand_id in (${demands})`,
  ]
}

function scoreRows(organizations) {
  const demands = `select demand_id from demand_target where organization_id ${organizations}`
  return [
    `select * from demand d join demand_version v on v.demand_id = d.id where d.id in (${demands})`,
    `select * from assessment where organization_id ${organizations}`,
    `select ed.*, e.id, e.title, e.edtf, e.first_day, e.last_day from entry_demand ed
       join entry e on e.id = ed.entry_id where ed.demand_id in (${demands})`,
    `select e.* from entry_organization eo join entry e on e.id = eo.entry_id
       where eo.organization_id ${organizations} and e.kind in ('win', 'partial_win', 'retaliation')`,
    `select * from inquiry_recipient r join inquiry i on i.id = r.inquiry_id
       where r.organization_id ${organizations}`,
  ]
}

function allStandings() {
  return [
    `select * from demand_target`,
    `select demand_id, organization_id, standing, first_day from assessment where state = 'confirmed'`,
    `select demand_id, min(first_day) from entry_demand ed join entry e on e.id = ed.entry_id group by 1`,
  ]
}
function allResponses() {
  return [
    `select * from demand d join demand_version v on v.demand_id = d.id`,
    `select * from demand_target t join organization o on o.id = t.organization_id`,
    `select ed.demand_id, ed.relation, ed.organization_id, min(e.first_day), count(*) from entry_demand ed
     join entry e on e.id = ed.entry_id group by 1, 2, 3`,
  ]
}

async function median(work) {
  await work()
  const times = []
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return Number(times.sort((a, b) => a - b)[Math.floor(rounds / 2)].toFixed(1))
}
