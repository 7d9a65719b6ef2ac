import { randomUUID } from 'node:crypto'

/**
 * The rows of one saved entry with two speakers and a source, in one transaction, as somebody would
 * write them who needs nothing else: one INSERT for each table.
 *
 * @param {import('pg').ClientBase} client
 * @param {{ workspace: string, campaign: string, member: string, people: string[], source: string }} place
 * @param {number} n makes the words of each entry its own
 */
export async function bareSave(client, place, n) {
  const { workspace, campaign, member, people, source } = place
  const [entry, one, two, quoteOne, quoteTwo] = Array.from({ length: 5 }, () => randomUUID())
  await client.query('begin')
  await client.query("select set_config('app.workspace_id', $1, true)", [workspace])
  await client.query('insert into request_key (workspace_id, key, record_id) values ($1, $2, $3)', [
    workspace,
    randomUUID(),
    entry,
  ])
  await client.query(
    `insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, summary, edtf,
                        first_day, last_day, place, participants, created_by)
     values ($1, $2, $3, 'rally', 'action', 'draft', $4, $5, '2026-02-13', '2026-02-13', '2026-02-13',
             'Amazon Spheres, Seattle', 'Workers', $6)`,
    [workspace, entry, campaign, `Bare rally ${n}`, `What bare speakers said ${n}`, member],
  )
  await client.query(
    `insert into citation (workspace_id, id, source_id, entry_id, exact)
     values ($1, gen_random_uuid(), $2, $3, 'They met.')`,
    [workspace, source, entry],
  )
  await client.query(
    `insert into appearance (workspace_id, id, entry_id, person_id, role, description, position)
     values ($1, $2, $3, $4, 'speaker', 'organizer', 0), ($1, $5, $3, $6, 'speaker', 'worker', 1)`,
    [workspace, one, entry, people[0], two, people[1]],
  )
  await client.query(
    `insert into quote (workspace_id, id, appearance_id, text)
     values ($1, $2, $3, 'We go on.'), ($1, $4, $5, 'So do we.')`,
    [workspace, quoteOne, one, quoteTwo, two],
  )
  await client.query(
    `insert into citation (workspace_id, id, source_id, quote_id, exact)
     values ($1, gen_random_uuid(), $2, $3, 'We go on.'), ($1, gen_random_uuid(), $2, $4, 'So do we.')`,
    [workspace, source, quoteOne, quoteTwo],
  )
  await client.query(
    `insert into revision (workspace_id, id, record, record_id, version, member_id, changes, snapshot)
     values ($1, gen_random_uuid(), 'entry', $2, 1, $3, '{"title": {"from": null, "to": "x"}}', '{"title": "x"}')`,
    [workspace, entry, member],
  )
  await client.query(
    `insert into audit_event (workspace_id, id, member_id, action, record, record_id, fields)
     values ($1, gen_random_uuid(), $2, 'create', 'entry', $3, '{title}')`,
    [workspace, member, entry],
  )
  await client.query('commit')
}
