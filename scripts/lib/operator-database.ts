import pg from 'pg'
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
export async function checkDatabase({ owner, app }: DatabaseUrls) {
  const ofOwner = await look(owner, owner === app ? 'DATABASE_URL' : 'DATABASE_OWNER_URL')
  if (!ofOwner.may_create) {
    throw new Trouble(
      `The database role "${ofOwner.role}" may not make tables in the database "${ofOwner.database}", which it must own. ${makeOne}`,
    )
  }
  if (owner === app) return
  const ofApp = await look(app, 'DATABASE_URL', ofOwner.role)
  if (ofApp.system !== ofOwner.system || ofApp.database !== ofOwner.database) {
    throw new Trouble(
      'DATABASE_URL and DATABASE_OWNER_URL name two databases. They must name the same one, each with its own role.',
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
              pg_postmaster_start_time()::text as system,
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
