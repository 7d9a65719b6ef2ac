import 'server-only'
import { z } from 'zod'

/** What stands in a record with its photos: the record, the list of the pictures' files, and those. */
export const RECORD_FILE = 'record.json'
export const PHOTO_LIST = 'photos.json'

/** What a file of a picture is called in it; what a picture's files end with is as in the store. */
export function photoPath(photo: string, suffix: string): string {
  return `photos/${photo}/${suffix}`
}

const file = z.strictObject({
  photo: z.uuid('This is no photo.'),
  /** What its name ends with, such as 960.webp. */
  suffix: z.string().regex(/^\d{1,4}\.(?:webp|jpg)$/, 'A picture has no such file.'),
  bytes: z.int().nonnegative('A file has no fewer bytes than none.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'A SHA-256 has 64 hexadecimal digits.'),
})
export type PhotoListed = z.output<typeof file>

/** The list of the pictures' files, with the SHA-256 of each. */
export const photoListSchema = z.strictObject({
  format: z.literal('throughline-photos', 'It is another format.'),
  version: z.literal(1, 'A newer version of Throughline wrote it.'),
  files: z.array(file).max(2_000_000, 'It names too many files.'),
})
