import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import type { RestoreRequest } from '../lib/restore'
import { createEmptyDatabase } from './database'

/** A folder for backups, and installations to restore them into, which all go after the tests of a file. */
export function installations() {
  const out = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
  const dropped: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const drop of dropped) await drop()
    rmSync(out, { recursive: true })
  })

  /** An installation with nothing in it: a database without tables and a data folder. */
  async function fresh(
    more: Partial<RestoreRequest> = {},
  ): Promise<RestoreRequest & { superuser: string }> {
    const { urls, superuserUrl: superuser, drop } = await createEmptyDatabase()
    dropped.push(drop)
    const folder = mkdtempSync(join(out, 'data-'))
    return {
      ...{ file: '', passphrase: null, urls, folder, ownSecret: true, superuser },
      secret: process.env.THROUGHLINE_SECRET ?? '',
      ...more,
    }
  }

  return { out, at: (name: string) => join(out, name), fresh }
}

/** The one column `row` of what a superuser asks. */
export async function rowsOf(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  // Some tests end the server meanwhile.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ row: string }>(sql).finally(() => client.end())
  return rows.map(({ row }) => row)
}
