import pg from 'pg'
import { isPooled } from './pooler'
import type { DatabaseUrls } from './config'
import { Trouble } from './trouble'

const oldestServer = 15

const makeOne = `Make a plain role and a database of its own, as the database's administrator:
  CREATE ROLE throughline LOGIN PASSWORD 'a long password';
  CREATE DATABASE throughline OWNER throughline;
and set DATABASE_URL=postgresql://throughline:a%20long%20password@HOST:5432/throughline`

/**
 * The database that somebody gave us, looked at before anything is done to it.
 *
 * @throws Trouble when it cannot be reached, is too old, or a role of it is too mighty or too weak
 */
export async function checkDatabase({ owner, app, direct }: DatabaseUrls) {
  const nameOf = {
    [owner]: 'DATABASE_OWNER_URL',
    [direct ?? '']: 'DATABASE_DIRECT_URL',
    [app]: 'DATABASE_URL',
  }
  const ofOwner = await look(owner, nameOf[owner] ?? '')
  if (!ofOwner.may_create) {
    throw new Trouble(
      `The database role "${ofOwner.role}" may not make tables in the database "${ofOwner.database}", which it must own. ${makeOne}`,
    )
  }
  await requireDirect(owner, nameOf[owner] ?? '')
  if (owner === app && !direct) return
  const ofApp = await look(app, 'DATABASE_URL', ofOwner.role)
  if (ofApp.system !== ofOwner.system || ofApp.database !== ofOwner.database) {
    throw new Trouble(
      `DATABASE_URL and ${nameOf[owner] ?? ''} name two databases. They must name the same one.`,
    )
  }
  if (!isPooled()) await requireDirect(app, 'DATABASE_URL')
  const ofDirect = direct ? await look(direct, 'DATABASE_DIRECT_URL') : ofApp
  if (direct) await requireDirect(direct, 'DATABASE_DIRECT_URL')
  if (
    ofDirect.system !== ofApp.system ||
    ofDirect.database !== ofApp.database ||
    ofDirect.role !== ofApp.role
  ) {
    throw new Trouble(
      'DATABASE_DIRECT_URL and DATABASE_URL must lead to the same database as the same role, the first without the pooler.',
    )
  }
  if (ofApp.role !== ofOwner.role && ofApp.acts_as_owner) {
    throw new Trouble(
      `The database role "${ofApp.role}" is a member of "${ofOwner.role}", and may therefore do all that it may. Take that away: REVOKE "${ofOwner.role}" FROM "${ofApp.role}"`,
    )
  }
}

/** What we ask a database about itself and the role that asks. */
type About = {
  version: number
  version_text: string
  mighty: boolean
  role: string
  database: string
  /** When the server was started: the same for two addresses of one server. */
  system: string
  may_create: boolean
  acts_as_owner: boolean
}

async function look(url: string, variable: string, owner: string | null = null): Promise<About> {
  const client = await connect(url, variable)
  try {
    const { rows } = await client.query<About>(
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('server_version') as version_text,
              rolsuper or rolbypassrls as mighty,
              rolname as role,
              current_database() as database,
              extract(epoch from pg_postmaster_start_time())::text as system,
              has_database_privilege(current_database(), 'create') as may_create,
              coalesce(pg_has_role((select oid from pg_roles where rolname = $1), 'member'), false) as acts_as_owner
         from pg_roles where rolname = current_user`,
      [owner],
    )
    const [about] = rows
    if (!about) throw new Error('The database does not know the role that asks.')
    if (about.version < oldestServer) {
      throw new Trouble(
        `The database server is PostgreSQL ${about.version_text}; Throughline needs ${oldestServer} or later. Upgrade it, or unset DATABASE_URL to use the one that Throughline brings.`,
      )
    }
    if (about.mighty) {
      throw new Trouble(
        `The database role "${about.role}" passes by row-level security, which keeps workspaces apart. ${makeOne}`,
      )
    }
    return about
  } finally {
    await client.end()
  }
}

/** A pooler refuses or drops what a connection is to begin with, and with it what must be one connection throughout. */
async function requireDirect(url: string, variable: string) {
  const client = new pg.Client({ connectionString: url, options: '-c app.direct=yes' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ direct: string | null }>(
      `select current_setting('app.direct', true) as direct`,
    )
    if (rows[0]?.direct === 'yes') return
  } catch (error) {
    // 08P01, a protocol violation, is how PgBouncer calls it.
    if ((error as { code?: string }).code !== '08P01') throw error
  } finally {
    await client.end().catch(() => {})
  }
  const what =
    variable === 'DATABASE_URL'
      ? 'Set THROUGHLINE_POOLER=transaction, and DATABASE_DIRECT_URL to its address without the pooler'
      : 'It must lead to the database itself'
  throw new Trouble(
    `${variable} leads through a pooler (${placeOf(url, variable)}) that takes no settings for a connection. ${what}.`,
  )
}

async function connect(url: string, variable: string) {
  const where = placeOf(url, variable)
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
        `The database at ${where} refuses the user or password of ${variable} (${reason}). Correct it.`,
      )
    }
    if (code === '3D000') {
      throw new Trouble(`There is no such database at ${where} (${reason}). ${makeOne}`)
    }
    throw new Trouble(
      `The database at ${where} cannot be reached (${reason}). Start it, correct ${variable}, or unset DATABASE_URL and DATABASE_OWNER_URL to use the one that Throughline brings.`,
    )
  }
}

/** Host and port of a database address, without its password. */
function placeOf(url: string, variable: string) {
  try {
    const { protocol, host, searchParams } = new URL(url)
    if (protocol === 'postgres:' || protocol === 'postgresql:') {
      return host || searchParams.get('host') || 'localhost'
    }
  } catch {
    // Said below.
  }
  throw new Trouble(
    `${variable} is not the address of a PostgreSQL database. It looks like postgresql://user:password@host:5432/database`,
  )
}
