import 'server-only'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '../env'

const FILE = 'last-backup.json'

const lastSchema = z.object({ at: z.iso.datetime(), bytes: z.number(), file: z.string() })

/** The last backup that was written and checked: the moment whose state it holds, ISO 8601. */
export type LastBackup = z.output<typeof lastSchema>

/** The last backup that was written and then read back whole; null where none was made here. */
export function lastBackup(): LastBackup | null {
  try {
    const parsed = lastSchema.safeParse(JSON.parse(readFileSync(pathOf(FILE), 'utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Writes down that a backup was made and checked. */
export function rememberBackup(last: LastBackup): void {
  const unfinished = pathOf(`${FILE}.${process.pid}`)
  writeFileSync(unfinished, JSON.stringify(last), { mode: 0o600 })
  renameSync(unfinished, pathOf(FILE))
}

function pathOf(file: string): string {
  return join(/* turbopackIgnore: true */ env().dataFolder, file)
}
