import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { firstLineOfInput } from '../../server/cli/standard-input'
import { archiveFolder } from './archive/settings'
import type { DatabaseUrls } from './config'
import { Trouble } from './trouble'

/** What `restore` was given on the command line: a backup, or an archive and a moment. */
export type RestoreWanted = { json: boolean } & (
  { file: string; passphrase: string | null; at: null } | { archive: string; at: string }
)

const usage = 'Usage: restore <file> [--passphrase -], or restore [<archive folder>] --at <moment>'

/** What `restore` was given on the command line; null where something else is meant. */
export function restoreWanted(words: readonly string[]): RestoreWanted | null {
  if (words[0] !== 'restore' || words.includes('--help') || words.includes('-h')) return null
  const { values, positionals } = given(words.slice(1))
  const [named, more] = positionals
  const { json = false, passphrase, at } = values
  if (more !== undefined) throw new Trouble(usage)
  if (at === undefined) {
    if (named === undefined) throw new Trouble(usage)
    return { file: resolve(named), passphrase: passphrase ?? null, json, at: null }
  }
  const archive = named === undefined ? archiveFolder() : resolve(named)
  if (archive === null || passphrase !== undefined) throw new Trouble(usage)
  return { archive, at, json }
}

function given(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        passphrase: { type: 'string' },
        at: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    })
  } catch {
    throw new Trouble(usage)
  }
}

const ENDED =
  'Everybody signs in again. Links are paused until an owner has looked at them under Shares, open invitations are void, calendar subscriptions have ended, and API tokens, webhooks and notifications in browsers are set up again. Passwords, passkeys and recovery codes are as they were then: anyone who has changed theirs since must change them again. Look under Members at who has left since.'

/** Takes an installation back to a moment, and says what to do next. */
export async function runRestoreAt(
  { archive, at, json }: { archive: string; at: string; json: boolean },
  { folder, secret }: { folder: string; secret: string },
): Promise<number> {
  const { restoreAt } = await import('./restore-at')
  const done = await restoreAt({ archive, at, folder, secret })
  const { entries, photos, missing } = done
  if (json) console.log(JSON.stringify(done))
  else
    console.log(
      [
        `Restored to ${done.at}: ${entries.toLocaleString('en')} entries and ${photos.toLocaleString('en')} files of photos.`,
        ...(missing > 0 ? [`${missing} files of photos are not in the archive.`] : []),
        ENDED,
      ].join('\n'),
    )
  return 0
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
        ENDED,
      ].join('\n'),
    )
  return 0
}
