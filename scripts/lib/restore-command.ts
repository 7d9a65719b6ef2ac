import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { firstLineOfInput } from '../../server/cli/standard-input'
import type { DatabaseUrls } from './config'
import { Trouble } from './trouble'

/** What `restore` was given on the command line; null where something else is meant. */
export function restoreWanted(
  words: readonly string[],
): { file: string; passphrase: string | null; json: boolean } | null {
  if (words[0] !== 'restore' || words.includes('--help') || words.includes('-h')) return null
  const usage = 'Usage: restore <file> [--passphrase -]'
  try {
    const { values, positionals } = parseArgs({
      args: words.slice(1),
      options: { passphrase: { type: 'string' }, json: { type: 'boolean' } },
      allowPositionals: true,
    })
    const [file, more] = positionals
    if (file === undefined || more !== undefined) throw new Trouble(usage)
    return {
      file: resolve(file),
      passphrase: values.passphrase ?? null,
      json: values.json ?? false,
    }
  } catch (error) {
    throw error instanceof Trouble ? error : new Trouble(usage)
  }
}

/** Restores a backup, and says what to do next. */
export async function runRestore(
  { file, passphrase, json }: { file: string; passphrase: string | null; json: boolean },
  { urls, folder, secret }: { urls: DatabaseUrls; folder: string; secret: string },
): Promise<number> {
  const { restore } = await import('./restore')
  const done = await restore({
    ...{ file, urls, folder, secret },
    passphrase: passphrase === '-' ? await firstLineOfInput() : passphrase,
    ownSecret: !process.env.THROUGHLINE_SECRET && existsSync(join(folder, 'secret.key')),
  })
  if (json) console.log(JSON.stringify(done))
  else
    console.log(
      [
        `Restored to ${done.at}: ${done.rows.toLocaleString('en')} rows and ${done.photos.toLocaleString('en')} files of photos, each with the SHA-256 that it was saved with.`,
        ...(done.missing > 0
          ? [`${done.missing} files of photos were missing when the backup was made.`]
          : []),
        'Everybody signs in again. Links are paused until an owner has looked at them under Shares, and open invitations are void. Look under Members at who has left since.',
      ].join('\n'),
    )
  return 0
}
