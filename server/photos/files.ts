import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { EncodedPhoto } from './encode'
import { photoStore } from './store'

/** Which files a picture has: their common beginning and what each ends with, smallest WebP first. */
export type PhotoFiles = { fileKey: string; suffixes: string[] }
/** The same as it is noted: with the SHA-256 of each file. */
export type StoredFiles = PhotoFiles & { hashes: string[] }

/**
 * Keeps a picture's files under a new random name.
 *
 * @throws PhotoRefused `full` when there is no space; then none of the files is left.
 */
export async function keepFiles(
  workspaceId: string,
  { files }: EncodedPhoto,
): Promise<StoredFiles> {
  const stored = {
    fileKey: randomBytes(16).toString('hex'),
    suffixes: files.map(({ suffix }) => suffix),
    hashes: files.map(({ bytes }) => hashOf(bytes)),
  }
  try {
    for (const { suffix, bytes } of files)
      await photoStore().write(workspaceId, `${stored.fileKey}-${suffix}`, bytes)
  } catch (error) {
    await removeFiles(workspaceId, [stored])
    throw error
  }
  return stored
}

/** Removes the files of pictures. */
export async function removeFiles(
  workspaceId: string,
  pictures: readonly PhotoFiles[],
): Promise<void> {
  await photoStore().remove(workspaceId, pictures.flatMap(fileNames))
}

/** The SHA-256 of a file, in hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The names of a picture's files in the store. */
export function fileNames({ fileKey, suffixes }: PhotoFiles): string[] {
  return suffixes.map((suffix) => `${fileKey}-${suffix}`)
}

/** A file of a picture, ready to be sent: `tag` changes with its bytes. */
export type PhotoFile = { bytes: Buffer; type: string; tag: string }

/**
 * Reads the file that an address names: by its ending, or `small` for the smallest one.
 *
 * @returns null where the picture has no such file.
 */
export async function readFileOf(
  workspaceId: string,
  { fileKey, suffixes }: PhotoFiles,
  name: string,
): Promise<PhotoFile | null> {
  const suffix = name === 'small' ? suffixes[0] : suffixes.find((one) => one === name)
  if (suffix === undefined) return null
  const file = `${fileKey}-${suffix}`
  const bytes = await photoStore().read(workspaceId, file)
  return bytes && { bytes, type: suffix.endsWith('.jpg') ? 'image/jpeg' : 'image/webp', tag: file }
}
