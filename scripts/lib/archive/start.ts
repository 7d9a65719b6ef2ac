import { setTimeout as sleep } from 'node:timers/promises'
import { keyCheckOf } from '../../../server/backup/file/key-check'
import { Archiver } from './archiver'
import type { ArchiveSettings } from './settings'
import { ArchiveSource, type Superuser } from './source'
import { tellOff } from './state'

/** How often the log is archived, in ms: what a machine that is lost takes with it at most. */
const every = 30_000
/** How long an end waits for the archive, whose disk may not answer, in ms. */
const longest = 30_000

/**
 * Archives the log of the database from now on, beside everything else.
 *
 * @param secret the key of the installation, which is not archived
 * @returns stop: archives what was written last; the database must still run
 */
export function startArchive(
  dataFolder: string,
  superuser: Superuser,
  {
    secret,
    settings,
    say,
  }: { secret: string; settings: ArchiveSettings; say: (text: string) => void },
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const archiver = new Archiver({
    ...{ ...superuser, dataFolder, settings, say },
    keyCheck: keyCheckOf(Buffer.from(secret, 'base64')),
  })
  const run = async () => {
    if (settings.days === 0) return leave(dataFolder, superuser, settings)
    while (!stopping.signal.aborted) {
      await sleep(every, null, { signal: stopping.signal }).catch(() => {})
      if (!stopping.signal.aborted) await archiver.step()
    }
    await archiver.end()
  }
  const running = run()
  return {
    stop: async () => {
      archiver.hurry()
      stopping.abort()
      await Promise.race([running.catch(() => {}), sleep(longest, null, { ref: false })])
    },
  }
}

/** Has the server keep nothing for an archive that is no longer wanted. */
async function leave(
  dataFolder: string,
  superuser: Superuser,
  { folder }: ArchiveSettings,
): Promise<void> {
  await tellOff(dataFolder, folder)
  const source = await ArchiveSource.connect(superuser).catch(() => null)
  await source?.letGoOfLog().catch(() => {})
  await source?.end()
}
