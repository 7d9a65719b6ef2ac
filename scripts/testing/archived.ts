import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { keyCheckOf } from '../../server/backup/file/key-check'
import { Archiver, type ArchiverOptions } from '../lib/archive/archiver'
import type { ArchiveSettings } from '../lib/archive/settings'
import { enterable } from '../lib/data-folder'
import { bringUpToDate, startEmbedded } from '../lib/database'
import { rowsOf } from './installations'

/** Installations with a database of their own, whose log is archived. All of it goes after the tests of a file. */
export function archivedInstallations() {
  const secret = randomBytes(32).toString('base64')
  // As people name their folders.
  const out = mkdtempSync(join(tmpdir(), 'throughline the archive’s "test" '))
  enterable(out)
  const stops: (() => Promise<void>)[] = []
  afterAll(async () => {
    for (const stop of stops) await stop()
    rmSync(out, { recursive: true, force: true })
  })
  const settings: ArchiveSettings = { folder: join(out, 'an archive'), days: 3, bytes: 4e9 }

  function folderFor(name: string): string {
    const folder = join(out, name)
    enterable(folder)
    return folder
  }

  /** Starts what is in a data folder, or something new. */
  async function start(folder: string) {
    const { urls, cluster } = await startEmbedded(folder)
    stops.push(cluster.stop)
    const said: string[] = []
    const archiver = (more: Partial<ArchiverOptions> = {}) =>
      new Archiver({
        ...{ port: cluster.port, password: cluster.password, dataFolder: folder, settings },
        keyCheck: keyCheckOf(Buffer.from(secret, 'base64')),
        say: (text) => said.push(text),
        ...more,
      })
    const superuser = new URL(urls.owner)
    superuser.username = 'postgres'
    superuser.password = cluster.password
    return {
      ...{ folder, urls, cluster, said, archiver },
      superuser: superuser.href,
      rows: (sql: string) => rowsOf(superuser.href, sql),
      /** The clock of the database. */
      now: async () => {
        const clock = `select to_char(clock_timestamp(), 'YYYY-MM-DD HH24:MI:SS.MS+00') as row`
        return (await rowsOf(superuser.href, clock))[0] ?? ''
      },
      migrate: () => bringUpToDate(urls),
    }
  }

  return { secret, settings, out, folderFor, start }
}
