import { z } from 'zod'

/** As short as a passphrase may be: whoever has the file can try as many as they like. */
export const SHORTEST_PASSPHRASE = 14

/** What seals a backup that an owner takes away, typed twice. */
export const sealedBackupSchema = z
  .strictObject({
    passphrase: z
      .string('Write a passphrase.')
      .min(
        SHORTEST_PASSPHRASE,
        `Use at least ${SHORTEST_PASSPHRASE} characters, such as five words that have nothing to do with each other.`,
      )
      .max(1_000, 'Use at most 1,000 characters here.'),
    again: z.string('Type the passphrase again.').max(1_000, 'Use at most 1,000 characters here.'),
  })
  .refine(({ passphrase, again }) => passphrase === again, {
    path: ['again'],
    message: 'This is not the same passphrase. Type it again.',
  })
