import 'server-only'
import type pg from 'pg'
import { count, finding, look, ok, some, wrong, type Finding } from './finding'

const OLDEST_SERVER = 15
/** By so much the clocks of two machines may differ before anybody notices, in ms, and before codes and links do. */
const CLOCK_MS = 2_000
const CLOCK_WRONG_MS = 30_000

/** What the database itself says: by which role the app works, what guards the rows, its clock and version. */
export async function databaseFindings(
  client: pg.Client,
  migrations: readonly string[],
  now = Date.now,
): Promise<Finding[]> {
  return [
    await finding('Database role', () => role(client)),
    await finding('Row-level security', () => rowSecurity(client)),
    await finding('Audit', () => insertOnly(client)),
    await finding('PostgreSQL', () => server(client)),
    await finding('Migrations', () => migrated(client, migrations)),
    await finding('Clock', () => clock(client, now)),
  ]
}

const TWO_ROLES =
  "Make a second role with CREATE ROLE throughline_app LOGIN PASSWORD '…', set DATABASE_OWNER_URL to the address that DATABASE_URL has now, and DATABASE_URL to that of the new role"

async function role(client: pg.Client) {
  const { rows } = await client.query<{ name: string; mighty: boolean; owns: number }>(
    `select rolname as name, rolsuper or rolbypassrls as mighty,
            (select count(*)::int from pg_class c
              where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and pg_has_role(current_user, c.relowner, 'member')) as owns
       from pg_roles where rolname = current_user`,
  )
  const { name, mighty, owns } = rows[0] ?? { name: 'unknown', mighty: true, owns: 0 }
  if (mighty)
    return wrong(
      `The app works as “${name}”, which passes by row-level security. Give it a plain role: ALTER ROLE "${name}" NOSUPERUSER NOBYPASSRLS, or another one.`,
    )
  if (owns > 0)
    return look(
      `The app works as “${name}”, which owns its tables and so could empty the audit or switch row-level security off. ${TWO_ROLES}.`,
    )
  return ok(`The app works as “${name}”, which owns no tables.`)
}

async function rowSecurity(client: pg.Client) {
  const { rows } = await client.query<{ name: string; forced: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> 'session'
        and (c.relname = 'workspace' or exists (
          select from pg_attribute a
           where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
      order by 1`,
  )
  const open = rows.filter(({ forced }) => !forced).map(({ name }) => name)
  if (rows.length === 0) return wrong('There are no tables. Start Throughline once.')
  if (open.length > 0)
    return wrong(
      `It is not forced on ${some(open)}, so one workspace may see another’s rows. Force it: ${open
        .map((name) => `ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`)
        .join('; ')}.`,
    )
  return ok(`It is forced on all ${rows.length} tables that belong to workspaces.`)
}

async function insertOnly(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select t.name from unnest(array['audit_event', 'share_revocation', 'share_revival', 'share_edition']) t(name)
      where not exists (
        select from pg_trigger g join pg_class c on c.oid = g.tgrelid
         where c.relname = t.name and g.tgname = 'insert_only' and g.tgenabled in ('O', 'A'))`,
  )
  if (rows.length > 0)
    return wrong(
      `Rows of ${some(rows.map(({ name }) => name))} can be changed, since the trigger insert_only is missing or off. Put it back: ALTER TABLE … ENABLE TRIGGER insert_only.`,
    )
  return ok('Audit events, ends of links and editions can only be added to.')
}

async function server(client: pg.Client) {
  const { rows } = await client.query<{ major: number; text: string }>(
    `select current_setting('server_version_num')::int / 10000 as major,
            split_part(current_setting('server_version'), ' ', 1) as text`,
  )
  const { major, text } = rows[0] ?? { major: 0, text: 'unknown' }
  return major < OLDEST_SERVER
    ? wrong(`It is version ${text}. Upgrade it to ${OLDEST_SERVER} or later.`)
    : ok(`Version ${text}.`)
}

async function migrated(client: pg.Client, known: readonly string[]) {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  )
  const { rows } = found[0]?.there
    ? await client.query<{ name: string; finished: boolean }>(
        `select migration_name as name, bool_or(finished_at is not null) as finished
           from _prisma_migrations where rolled_back_at is null group by 1 order by 1`,
      )
    : { rows: [] }
  const applied = new Set(rows.filter(({ finished }) => finished).map(({ name }) => name))
  const unknown = [...applied].filter((name) => !known.includes(name))
  const missing = known.filter((name) => !applied.has(name))
  if (unknown.length > 0)
    return wrong(
      `The database has ${count(unknown.length, 'migration')} that this version does not know (${some(unknown, 3)}). Start the version that made them, or a newer one.`,
    )
  if (missing.length > 0)
    return look(
      `${count(missing.length, 'migration')} of ${known.length} not applied yet (${some(missing, 3)}). The next start applies them.`,
    )
  return ok(`All ${known.length} are applied.`)
}

async function clock(client: pg.Client, now: () => number) {
  const before = now()
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  const apart = Math.abs((rows[0]?.at.getTime() ?? 0) - (before + now()) / 2)
  const says = `The clocks of this machine and the database are ${(apart / 1_000).toFixed(1)} s apart.`
  if (apart < CLOCK_MS) return ok(says)
  const advice = `${says} Sessions, links and sign-in codes end by them: set both by a time server.`
  return apart < CLOCK_WRONG_MS ? look(advice) : wrong(advice)
}
