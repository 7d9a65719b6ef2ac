import { get } from 'node:http'
import pg from 'pg'

const rounds = 21

/**
 * Adds entries like those of the other benches to a campaign, until it has so many: a title, two
 * sentences, a place.
 *
 * @param {import('../../scripts/lib/cluster.ts').Cluster} cluster
 * @param {string} slug
 * @param {number} entries
 * @returns {Promise<string>} the id of its workspace
 */
export async function fill({ port, password }, slug, entries) {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'bench' },
  })
  await client.connect()
  try {
    const { rows } = await client.query(
      `insert into entry (workspace_id, id, campaign_id, kind, lane, status, title, summary, edtf,
                          first_day, last_day, place, details)
       select c.workspace_id, gen_random_uuid(), c.id,
              (array['rally', 'march', 'news', 'statement']::entry_kind[])[n % 4 + 1], 'action',
              'published', 'Workers number ' || n || ' meet at the gate',
              'About ' || 20 + n * 7 % 400 || ' people came to gate ' || n % 9 || '. They asked for '
                || (array['a contract', 'safer shifts', 'their names back', 'an answer'])[n % 4 + 1]
                || ' before the month was over.',
              day::text, day, day, (array['Seattle', 'Oakland', 'Chicago'])[n % 3 + 1], '{}'
         from campaign c, generate_series(1, $2 - (select count(*)::int from entry)) n,
              lateral (select date '2016-01-01' + n * 3600 / $2 as day) d
        where c.slug = $1
       returning workspace_id`,
      [slug, entries],
    )
    await client.query('update share_link set cards = true')
    await client.query('analyze')
    return String(rows[0].workspace_id)
  } finally {
    await client.end()
  }
}

/**
 * What a page of a link costs the reader who asks first after a change, and the next one: until its
 * first bytes are there, and all of them. The median of many, in ms.
 *
 * @param {string} address
 * @param {{ workspace: string, database: import('pg').Client }} record
 */
export async function timeChanges(address, { workspace, database }) {
  const id = pg.escapeLiteral(workspace)
  /** @type {Awaited<ReturnType<typeof read>>[]} */
  const first = []
  const again = []
  let { etag } = await read(address)
  for (let n = 0; n < rounds; n += 1) {
    await database.query(
      `begin; set local app.workspace_id = ${id};
       update campaign set title = 'The ties, cut ${Math.random()}' where workspace_id = ${id};
       select pg_notify('record_changed', ${id}); commit`,
    )
    // Until the server has heard of the change, it answers from memory with the page as it was.
    let found = await read(address)
    while (found.etag === etag) found = await read(address)
    first.push(found)
    again.push(await read(address))
    etag = found.etag
  }
  return { first: medians(first), again: medians(again) }
}

/** @param {{ begun: number, ended: number }[]} times */
function medians(times) {
  const median = (/** @type {number[]} */ list) => list.sort((a, b) => a - b)[rounds >> 1] ?? 0
  return {
    begun: median(times.map(({ begun }) => begun)),
    ended: median(times.map(({ ended }) => ended)),
  }
}

/**
 * @param {string} address
 * @returns {Promise<{ begun: number, ended: number, etag: string | undefined }>}
 */
function read(address) {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(address, (answer) => {
      let begun = 0
      answer.on('data', () => (begun ||= performance.now() - start))
      answer.on('end', () => {
        const { etag } = answer.headers
        if (answer.statusCode === 200) resolve({ begun, ended: performance.now() - start, etag })
        else reject(new Error(`${address} was answered ${answer.statusCode}.`))
      })
    }).once('error', reject)
  })
}
