import 'server-only'
import { resolve } from 'node:path'
import { sizeInWords } from '@/lib/backups'
import { writeBackup } from '../backup/backup'
import { optional, text, UsageError, type Command } from './command'
import { firstLineOfInput } from './standard-input'

/** Writes a backup of everything to a file. */
export const backupCommand: Command = {
  usage: '<file> [--passphrase -]',
  does: 'writes everything to one file while people go on working; --passphrase - reads a passphrase from standard input that seals it',
  options: { passphrase: text },
  words: ['file'],
  run: async (options, [file = '']) => {
    const typed = optional(options, 'passphrase')
    const passphrase = typed === '-' ? await firstLineOfInput() : typed
    if (passphrase === '') throw new UsageError('The passphrase is empty.')
    const done = await writeBackup(resolve(file), passphrase ?? null)
    return {
      json: done,
      lines: [
        `Saved as of ${done.at} to ${done.file} (${sizeInWords(done.bytes)}), and read back: every file has its SHA-256.`,
        ...(done.missing > 0
          ? [`${done.missing} files of photos are missing; doctor says which.`]
          : []),
        done.sealed
          ? 'It is sealed and holds the key of this installation. Without the passphrase nobody can open it, nor can you.'
          : 'It is not sealed: whoever has it reads everything. Keep secret.key of the data folder apart from it, since a restore needs that too.',
      ],
    }
  },
}

/** Named here for help alone: nothing may run beside it, so scripts/cli.ts does it itself. */
export const restoreCommand: Command = {
  usage: '<file> [--passphrase -]',
  does: 'restores a backup into an empty installation, after comparing every file with its SHA-256',
  options: { passphrase: text },
  words: ['file'],
  run: () => Promise.reject(new UsageError('Start a restore with npm run cli -- restore <file>.')),
}
