import { z } from 'zod'

/** What the list of a backup's contents is called in it. */
export const MANIFEST = 'manifest.json'
/** The key of the installation, in sealed backups alone. */
export const SECRET = 'secret.key'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 hexadecimal digits.')
const name = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, 'This is no name of a table or column.')
const size = z.number().int().nonnegative()

const file = z.strictObject({
  file: z
    .string()
    .regex(
      /^(?:secret\.key|data\/[a-z_][a-z0-9_]{0,62}\.copy|photos\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{32}-\d{1,4}\.(?:webp|jpg))$/,
      'A backup has no such file.',
    ),
  bytes: size,
  sha256,
})
export type BackupFile = z.output<typeof file>

/** What stands in a backup, and the SHA-256 of each file. */
export const manifestSchema = z.strictObject({
  format: z.literal('throughline-backup', 'This is not a Throughline backup.'),
  version: z.literal(1, 'A newer version of Throughline made this backup.'),
  /** The moment whose state it holds, ISO 8601 in UTC. */
  at: z.iso.datetime('This is no moment.'),
  /** The migrations that the database had. */
  migrations: z.array(z.string().max(200, 'A migration has a shorter name.')).max(10_000),
  /** By which the key of the installation is recognized, and nothing can be read. */
  keyCheck: sha256,
  /** The tables in the order in which they are to be written, each with its columns. */
  tables: z.array(z.strictObject({ name, columns: z.array(name).max(500), rows: size })).max(1_000),
  files: z.array(file).max(5_000_000),
  /** Photos whose files were not there. */
  missing: z.array(z.string().max(200, 'A photo has a shorter name.')).max(5_000_000),
})
export type Manifest = z.output<typeof manifestSchema>
