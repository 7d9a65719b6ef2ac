/** The sizes that the ledger is measured with. */
export const SIZE = { entries: 100_000, demands: 2_000, targets: 200 }

/**
 * Fills a workspace with a campaign of 2,000 demands at three targets each, out of 200 of which 20
 * have the others as divisions, and 100,000 entries over ten years: half of them raise or repeat a
 * demand, a fifth answers one, the rest are wins, accounts of retaliation and news with inquiries.
 * The same rows on every run. Search is not what is measured, so its triggers are left out.
 *
 * @param {import('pg').Client} client
 * @param {string} workspaceId
 */
export async function fill(client, workspaceId) {
  const { entries, demands, targets } = SIZE
  const tables = ['entry', 'demand', 'demand_version', 'organization', 'entry_demand']
  for (const table of [...tables, 'entry_organization', 'citation'])
    await client.query(`alter table ${table} disable trigger user`)
  await client.query('begin')
  await client.query("select set_config('app.workspace_id', $1, true)", [workspaceId])
  const run = (sql) => client.query(sql.replaceAll('$1', `'${workspaceId}'::uuid`))
  await run("insert into workspace (id, name) values ($1, 'Bench')")
  await run(`insert into campaign (workspace_id, id, slug, title, time_zone)
    values ($1, $1, 'bench', 'Bench', 'America/Los_Angeles')`)
  await run(`insert into organization (workspace_id, id, name)
    select $1, ${id(1, 'n')}, 'Target ' || n from generate_series(0, ${targets - 1}) n`)
  await run(`update organization o set parent_id = ${id(1, 'n % 20')}
    from generate_series(20, ${targets - 1}) n where o.workspace_id = $1 and o.id = ${id(1, 'n')}`)
  await run(`insert into demand (workspace_id, id, campaign_id, number)
    select $1, ${id(2, 'n')}, $1, n + 1 from generate_series(0, ${demands - 1}) n`)
  await run(`insert into demand_version (workspace_id, id, demand_id, number, wording)
    select $1, ${id(3, 'n')}, ${id(2, 'n')}, 1, 'Target ' || n % ${targets} || ' ends contract ' || n
    from generate_series(0, ${demands - 1}) n`)
  await run(`insert into demand_target (workspace_id, demand_id, organization_id)
    select $1, ${id(2, 'n')}, ${id(1, `(n + t * 67) % ${targets}`)}
    from generate_series(0, ${demands - 1}) n, generate_series(0, 2) t`)
  await run(`insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, summary, edtf,
      first_day, last_day, crowd_low, crowd_high)
    select $1, ${id(4, 'n')}, $1, kind::entry_kind, lane::lane, 'published', 'Entry ' || n,
      'Workers spoke about contract ' || n % ${demands} || '.', day::text, day, day,
      case when lane = 'action' and n % 3 = 0 then n % 900 + 10 end,
      case when lane = 'action' and n % 3 = 0 then n % 900 + 60 end
    from generate_series(0, ${entries - 1}) n
    cross join lateral (select date '2016-01-01' + (n::bigint * 7919 % 3650)::int as day) d
    cross join lateral (select
      (array['rally','march','picket','petition','vigil','statement','refusal','win','retaliation','news'])[n % 10 + 1] as kind,
      (array['action','action','action','action','action','response','response','outcome','response','context'])[n % 10 + 1] as lane) k`)
  const answering = `n % 10 in (5, 6)`
  await run(`insert into entry_demand (workspace_id, id, entry_id, demand_id, relation, organization_id, stance)
    select $1, ${id(5, 'n')}, ${id(4, 'n')}, ${id(2, demandOf)},
      (case when ${answering} then 'answers' when n % 7 = 0 then 'raises' else 'repeats' end)::demand_relation,
      case when ${answering} then ${targetOf} end,
      case when ${answering} then (array['meets','partly_meets','refuses','deflects'])[n % 4 + 1]::stance end
    from generate_series(0, ${entries - 1}) n where n % 10 < 7`)
  await run(`insert into entry_organization (workspace_id, entry_id, organization_id, part)
    select $1, ${id(4, 'n')}, ${targetOf}, 'subject' from generate_series(0, ${entries - 1}) n where n % 10 >= 5`)
  await run(`insert into assessment (workspace_id, id, demand_id, organization_id, standing, state, edtf,
      first_day, last_day, entry_id, decided_at)
    select $1, ${id(6, 'n')}, ${id(2, demandOf)}, ${targetOf},
      (array['met','partly_met','refused','reversed'])[n % 4 + 1]::standing, 'confirmed', e.edtf,
      e.first_day, e.last_day, e.id, now()
    from generate_series(0, ${entries - 1}) n join entry e on e.id = ${id(4, 'n')} where ${answering}`)
  await run(`insert into inquiry (workspace_id, id, campaign_id, entry_id, through, edtf, first_day, last_day)
    select $1, ${id(7, 'n')}, $1, e.id, 'request for comment', e.edtf, e.first_day, e.last_day
    from generate_series(9, ${entries - 1}, 50) n join entry e on e.id = ${id(4, 'n')}`)
  await run(`insert into inquiry_recipient (workspace_id, inquiry_id, organization_id, outcome)
    select $1, ${id(7, 'n')}, ${targetOf}, 'did_not_immediately_respond'
    from generate_series(9, ${entries - 1}, 50) n`)
  await client.query('commit')
  for (const table of [...tables, 'entry_organization', 'citation'])
    await client.query(`alter table ${table} enable trigger user`)
  await client.query('vacuum analyze')
}

/** The id of the nth row of a sort. */
const id = (sort, n) => `('0000000${sort}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const demandOf = `(n / 10 * 7 + n % 10) % ${SIZE.demands}`
const targetOf = id(1, `(${demandOf} + n % 3 * 67) % ${SIZE.targets}`)
