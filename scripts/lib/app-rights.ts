import pg from 'pg'
import { withMigrationLock } from './apply-migrations'
import type { DatabaseUrls } from './config'

type Table = { name: string; insert_only: boolean; has: string[] }

const ledger = '_prisma_migrations'

/** What the app's role may do with the rows of a table. */
function wantedOn({ name, insert_only }: Table): string[] {
  if (name === ledger) return ['SELECT']
  return insert_only ? ['INSERT', 'SELECT'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE']
}

/**
 * Gives the app's role what it needs and takes away what it does not: it reads and writes rows,
 * under row-level security, and only adds them where a trigger says that they are only added. It
 * owns nothing, so it can neither change tables nor their policies. Done at each start, so that it
 * holds for new tables and for databases that had one role before; where nothing differs, nothing
 * is changed.
 */
export async function grantRights({ owner, app }: DatabaseUrls): Promise<void> {
  const role = await roleOf(app)
  await withMigrationLock(owner, async (client) => {
    const own = await client.query<{ role: string }>('select current_user as role')
    if (own.rows[0]?.role === role) return
    await client.query('begin')
    for (const statement of await differences(client, role)) await client.query(statement)
    await client.query('commit')
  })
}

async function roleOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string }>('select current_user as role')
    return rows[0]?.role ?? ''
  } finally {
    await client.end()
  }
}

/** The statements that make the rights of the app's role what they should be. */
async function differences(client: pg.Client, role: string): Promise<string[]> {
  const grantee = client.escapeIdentifier(role)
  return [
    ...(await onTables(client, role)).flatMap((table) => {
      const wanted = wantedOn(table)
      if (wanted.join() === table.has.join()) return []
      const name = `public.${client.escapeIdentifier(table.name)}`
      return [
        `revoke all on ${name} from ${grantee}, public`,
        `grant ${wanted.join(', ')} on ${name} to ${grantee}`,
      ]
    }),
    ...(await onDatabase(client, role)),
  ]
}

/** Every table with the rights that the role or everybody has on it, in the order of the alphabet. */
async function onTables(client: pg.Client, role: string): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
            exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                     where t.tgrelid = c.oid and p.proname = 'insert_only') as insert_only,
            array(select distinct a.privilege_type from aclexplode(c.relacl) a
                   where a.grantee in (0, (select oid from pg_roles where rolname = $1))
                   order by 1) as has
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      order by 1`,
    [role],
  )
  return rows
}

/** Tables of its own, temporary ones included, are nothing that the app needs. */
async function onDatabase(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{
    database: string
    temporary: boolean
    create: boolean
    usage: boolean
  }>(
    `select current_database() as database,
            has_database_privilege($1, current_database(), 'temporary')
              and pg_has_role(d.datdba, 'usage') as temporary,
            has_schema_privilege($1, 'public', 'create')
              and pg_has_role(n.nspowner, 'usage') as create,
            has_schema_privilege($1, 'public', 'usage') as usage
       from pg_database d, pg_namespace n
      where d.datname = current_database() and n.nspname = 'public'`,
    [role],
  )
  const [may] = rows
  if (!may) return []
  const grantee = client.escapeIdentifier(role)
  const database = client.escapeIdentifier(may.database)
  return [
    ...(may.usage ? [] : [`grant usage on schema public to ${grantee}`]),
    ...(may.create ? [`revoke create on schema public from ${grantee}, public`] : []),
    ...(may.temporary ? [`revoke temporary on database ${database} from ${grantee}, public`] : []),
  ]
}
