import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startCluster, type Cluster } from './cluster'
import { Trouble } from './trouble'

const oldestServer = 15

const makeOne = `Make a plain role and a database of its own, as the database's administrator:
  CREATE ROLE throughline LOGIN PASSWORD 'a long password';
  CREATE DATABASE throughline OWNER throughline;
and set DATABASE_URL=postgresql://throughline:a%20long%20password@HOST:5432/throughline`

/** What we ask a database about itself and the role that asks. */
type About = {
  version: number
  version_text: string
  mighty: boolean
  role: string
  database: string
  may_create: boolean
}

/**
 * The database that somebody gave us, looked at before anything is done to it.
 *
 * @throws Trouble when it cannot be reached, is too old, or its role is too mighty or too weak
 */
export async function checkDatabase(url: string) {
  const client = await connect(url)
  try {
    const { rows } = await client.query<About>(`
      select current_setting('server_version_num')::int / 10000 as version,
             current_setting('server_version') as version_text,
             rolsuper or rolbypassrls as mighty,
             rolname as role,
             current_database() as database,
             has_database_privilege(current_database(), 'create') as may_create
        from pg_roles where rolname = current_user`)
    const [about] = rows
    if (!about) throw new Error('The database does not know the role that asks.')
    const { version, version_text, mighty, role, database, may_create } = about
    if (version < oldestServer) {
      throw new Trouble(
        `The database server is PostgreSQL ${version_text}; Throughline needs ${oldestServer} or later. Upgrade it, or unset DATABASE_URL to use the one that Throughline brings.`,
      )
    }
    if (mighty) {
      throw new Trouble(
        `The database role "${role}" passes by row-level security, which keeps workspaces apart. ${makeOne}`,
      )
    }
    if (!may_create) {
      throw new Trouble(
        `The database role "${role}" may not make tables in the database "${database}", which it must own. ${makeOne}`,
      )
    }
  } finally {
    await client.end()
  }
}

async function connect(url: string) {
  const where = placeOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason = code && !message.includes(code) ? `${message || code}, ${code}` : message || code
    if (code === '28P01' || code === '28000') {
      throw new Trouble(
        `The database at ${where} refuses the user or password of DATABASE_URL (${reason}). Correct it.`,
      )
    }
    if (code === '3D000') {
      throw new Trouble(`There is no such database at ${where} (${reason}). ${makeOne}`)
    }
    throw new Trouble(
      `The database at ${where} cannot be reached (${reason}). Start it, correct DATABASE_URL, or unset DATABASE_URL to use the one that Throughline brings.`,
    )
  }
}

/** Host and port of a database address, without its password. */
function placeOf(url: string) {
  try {
    const { protocol, host, searchParams } = new URL(url)
    if (protocol === 'postgres:' || protocol === 'postgresql:') {
      return host || searchParams.get('host') || 'localhost'
    }
  } catch {
    // Said below.
  }
  throw new Trouble(
    'DATABASE_URL is not the address of a PostgreSQL database. It looks like postgresql://user:password@host:5432/database',
  )
}

/**
 * Starts the database that Throughline brings, with a plain role that owns its database: a
 * superuser would pass by row-level security.
 *
 * @returns url as the plain role
 */
export async function startEmbedded(
  dataFolder: string,
): Promise<{ url: string; cluster: Cluster }> {
  const cluster = await startCluster(dataFolder)
  try {
    return { url: await ensureOwnedDatabase(cluster, 'throughline'), cluster }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/**
 * Makes the plain role and its database when missing. The role's password is new each time.
 *
 * @param name of the role and of the database
 * @returns the database's address as that role
 */
export async function ensureOwnedDatabase(
  { port, password }: Cluster,
  name: string,
): Promise<string> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password,
    database: 'postgres',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const id = client.escapeIdentifier(name)
    const rolePassword = randomBytes(24).toString('base64url')
    const roles = await client.query('select from pg_roles where rolname = $1', [name])
    const verb = roles.rowCount === 0 ? 'create' : 'alter'
    await client.query(
      `${verb} role ${id} login nosuperuser nobypassrls nocreatedb nocreaterole password '${rolePassword}'`,
    )
    const databases = await client.query('select from pg_database where datname = $1', [name])
    if (databases.rowCount === 0) await client.query(`create database ${id} owner ${id}`)
    return `postgresql://${name}:${rolePassword}@127.0.0.1:${port}/${name}`
  } finally {
    await client.end()
  }
}
