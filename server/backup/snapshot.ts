import 'server-only'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { tablesToKeep, type BackupTable } from './tables'

/** A file of a picture, by its workspace. */
type PictureFile = { workspaceId: string; file: string }

/** One state of the whole database, whoever writes meanwhile. */
export type Snapshot = {
  at: string
  migrations: string[]
  tables: BackupTable[]
  /** The rows of a table as PostgreSQL's own COPY writes them. */
  rowsOf: (table: BackupTable) => Readable
  pictures: () => Promise<PictureFile[]>
}

/**
 * Lets `work` read one state of the whole database, workspace after workspace: so it needs no rights
 * that the app does not have, and no row can be left out without a word, since each belongs to one.
 */
export async function withSnapshot<T>(
  databaseUrl: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    options: '-c TimeZone=UTC -c statement_timeout=0 -c idle_in_transaction_session_timeout=0',
  })
  // A lost connection fails the statement under way; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
    const workspaces = await workspacesOf(client)
    return await work({
      at: (rows[0]?.at ?? new Date()).toISOString(),
      migrations: await migrationsOf(client),
      tables: await tablesToKeep(client),
      rowsOf: (table) => rowsOf(client, table, workspaces),
      pictures: () => picturesOf(client, workspaces),
    })
  } finally {
    await client.end().catch(() => {})
  }
}

async function workspacesOf(client: pg.Client): Promise<string[]> {
  await client.query(`select set_config('app.operator', 'on', true)`)
  const { rows } = await client.query<{ id: string }>('select id from workspace order by id')
  await client.query(`select set_config('app.operator', '', true)`)
  await client.query(`select set_config('app.hidden_campaigns', '{}', true)`)
  return rows.map(({ id }) => id)
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  )
  return rows.map(({ name }) => name)
}

function rowsOf(client: pg.Client, table: BackupTable, workspaces: readonly string[]): Readable {
  const rows = new PassThrough()
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const statement = `copy (select ${columns} from ${client.escapeIdentifier(table.name)}) to stdout`
  const copy = async () => {
    for (const id of table.byWorkspace ? workspaces : [null]) {
      await client.query(`select set_config('app.workspace_id', $1, true)`, [id ?? ''])
      await pipeline(client.query(copyTo(statement)), rows, { end: false })
    }
    rows.end()
  }
  copy().catch((error: unknown) => {
    rows.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  return rows
}

async function picturesOf(
  client: pg.Client,
  workspaces: readonly string[],
): Promise<PictureFile[]> {
  const found: PictureFile[] = []
  for (const workspaceId of workspaces) {
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId])
    const { rows } = await client.query<{ file: string }>(
      `select file_key || '-' || suffix as file from photo, unnest(suffixes) suffix
       where swept_at is null order by 1`,
    )
    found.push(...rows.map(({ file }) => ({ workspaceId, file })))
  }
  return found
}
