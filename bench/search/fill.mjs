/**
 * Fills a workspace with entries of about forty words from a vocabulary of 20,000, with 200
 * organizations and 500 people, in one transaction as an import would; every one is read by search
 * when it ends. The texts are the same on every run.
 *
 * @param {import('pg').Client} client
 * @param {string} workspaceId
 * @param {number} entries
 */
export async function fill(client, workspaceId, entries) {
  const campaignId = workspaceId
  await client.query('begin')
  await client.query("select set_config('app.workspace_id', $1, true)", [workspaceId])
  await client.query("insert into workspace (id, name) values ($1, 'Bench')", [workspaceId])
  await client.query(
    `insert into campaign (workspace_id, id, slug, title, time_zone)
     values ($1, $2, 'bench', 'Bench', 'UTC')`,
    [workspaceId, campaignId],
  )
  await client.query(
    `insert into organization (workspace_id, id, name)
     select $1::uuid, ${idOf(1, 'n')}, 'Organization ' || n from generate_series(0, 199) n`,
    [workspaceId],
  )
  await client.query(
    `insert into person (workspace_id, id, name)
     select $1::uuid, ${idOf(2, 'n')}, 'Person ' || ${wordOf('n * 7')} || ' ' || ${wordOf('n * 13 + 5')}
       from generate_series(0, 499) n`,
    [workspaceId],
  )
  await client.query(
    `insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, summary, edtf,
                        first_day, last_day, place, details)
     select $1::uuid, ${idOf(3, 'n')}, $2, (array['rally', 'march', 'news', 'statement']::entry_kind[])[n % 4 + 1],
            'action', 'published', ${phraseOf('n', 6)},
            concat_ws(' ', ${phraseOf('n + 1000003', 34)}, 'everywhere',
              case when n % 10 = 3 then 'frequent' end, case when n % 100 = 3 then 'uncommon' end,
              case when n = $3 / 2 then 'needle extraordinarily' end),
            day::text, day, day, 'Place ' || n % 50, '{}'
       from generate_series(0, $3::int - 1) n
      cross join lateral (select date '2016-01-01' + (n * 7919 % 3650) as day) d`,
    [workspaceId, campaignId, entries],
  )
  await client.query(
    `insert into entry_organization (workspace_id, entry_id, organization_id, part)
     select $1::uuid, ${idOf(3, 'n')}, ${idOf(1, 'n % 200')}, 'actor'::entry_part from generate_series(0, $2::int - 1) n
     union all
     select $1::uuid, ${idOf(3, 'n')}, ${idOf(1, '(n + 77) % 200')}, 'target'::entry_part from generate_series(0, $2::int - 1) n`,
    [workspaceId, entries],
  )
  await client.query(
    `insert into appearance (workspace_id, id, entry_id, person_id, role, description)
     select $1::uuid, ${idOf(4, 'n')}, ${idOf(3, 'n')}, ${idOf(2, 'n % 500')}, 'speaker', 'a worker'
       from generate_series(0, $2::int - 1, 2) n`,
    [workspaceId, entries],
  )
  await client.query('commit')
  for (const table of [
    'entry',
    'search_document',
    'search_word',
    'entry_organization',
    'appearance',
  ])
    await client.query(`vacuum analyze ${table}`)
}

const idOf = (kind, n) => `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

// Half of the words come from the first two hundred, as in speech.
const wordOf = (n) =>
  `(select translate(to_hex(case when m % 2 = 0 then m % 200 else m % 20000 end * 7919 + 65536),
      '0123456789', 'ghijklmnop') from (select abs(hashint4(${n})::bigint) as m) hashed)`

const phraseOf = (n, words) =>
  `(select string_agg(${wordOf(`(${n}) * 41 + i`)}, ' ') from generate_series(1, ${words}) i)`
