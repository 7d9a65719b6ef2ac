import 'server-only'
import { resolve } from 'node:path'
import { sizeInWords } from '@/lib/backups'
import { writeBackup } from '../backup/backup'
import { optional, text, UsageError, type Command } from './command'
import { firstLineOfInput } from './standard-input'

/** Writes a backup of everything to a file. */
export const backupCommand: Command = {
  usage: '<file> [--passphrase -]',
  does: 'backs everything up to one file while people keep working; --passphrase - reads a passphrase from standard input and encrypts it',
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
        `Saved as of ${done.at} to ${done.file} (${sizeInWords(done.bytes)}), and checked: every file matches its SHA-256.`,
        ...(done.missing > 0
          ? [`${done.missing} photo files are missing; run doctor to see which.`]
          : []),
        done.sealed
          ? 'It is encrypted and contains this installation’s key. Without the passphrase nobody can open it, including you.'
          : 'It is not encrypted: anyone who has it can read everything. Keep secret.key from the data folder somewhere else; a restore needs it too.',
      ],
    }
  },
}

/** Named here for help alone: nothing may run beside it, so scripts/cli.ts does it itself. */
export const restoreCommand: Command = {
  usage: '<file> [--passphrase -], or restore [<archive folder>] --at <moment>',
  does: 'restores a backup into an empty installation, after checking every file against its SHA-256; --at "2026-11-28 17:29:05+00" restores any moment of the last days from the archive',
  options: { passphrase: text, at: text },
  words: ['file'],
  run: () => Promise.reject(new UsageError('Start a restore with npm run cli -- restore <file>.')),
}
