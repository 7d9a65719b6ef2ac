import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArchiveRange } from '@/lib/backups'
import { env } from '../env'
import { ARCHIVE_STATE, archiveStateSchema } from './file/archive-state'

/** How far the archive of the last days reaches, as the program that writes it said last. */
export function archiveRange(): ArchiveRange | null {
  const { ownDatabase, dataFolder } = env()
  if (ownDatabase) return null
  try {
    const path = join(/* turbopackIgnore: true */ dataFolder, ARCHIVE_STATE)
    const parsed = archiveStateSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (!parsed.success) return null
    const { trouble, days, from, until, bytes, folder, former } = parsed.data
    return { days, from, until, bytes, folder, former, trouble: trouble?.says ?? null }
  } catch {
    return null
  }
}
