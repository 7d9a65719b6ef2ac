import 'server-only'
import { randomBytes } from 'node:crypto'
import { isBarePicture } from '@/lib/bare-picture'
import { pictureType } from '@/lib/photos'
import { encodePhoto } from '../photos/encode'
import { removeFiles, type PhotoFiles } from '../photos/files'
import { PhotoRefused } from '../photos/refused'
import { photoStore } from '../photos/store'
import type { RecordPictures } from './open-record-zip'
import type { PhotoListed } from './photo-list'
import { refused, type NewRow } from './row-values'

/** The pictures of an import: where they come from, and those whose rows are written. */
export class ComingPictures {
  private readonly coming: { at: string; row: NewRow; listed: PhotoListed[]; fileKey: string }[] =
    []
  private readonly kept: PhotoFiles[] = []

  constructor(private readonly pictures: RecordPictures | null) {}

  /**
   * Gives the row of a photo the names of its files.
   *
   * @returns false where its picture did not come with the record.
   * @throws AppError `invalid` where the list has other files of it than the record.
   */
  name(row: NewRow, at: string): boolean {
    const listed = this.pictures?.filesOf(String(row.id)) ?? null
    if (listed === null) return false
    const suffixes = listed.map(({ suffix }) => suffix)
    if (JSON.stringify(suffixes) !== JSON.stringify(row.suffixes))
      throw refused(at, 'its files are others than those that came with it')
    const fileKey = randomBytes(16).toString('hex')
    Object.assign(row, { file_key: fileKey, hashes: listed.map(({ sha256 }) => sha256) })
    this.coming.push({ at, row, listed, fileKey })
    return true
  }

  /**
   * Keeps the files as they are, once each is the one that its list names, holds a picture alone, and
   * could be read in the process that reads pictures.
   *
   * @throws AppError `invalid` naming the photo.
   */
  async keep(workspaceId: string): Promise<void> {
    for (const { at, row, listed, fileKey } of this.coming) {
      this.kept.push({ fileKey, suffixes: listed.map(({ suffix }) => suffix) })
      // The last WebP is the largest; of a JPEG alone at least that it can be read.
      let largest: Buffer | null = null
      for (const file of listed) {
        const bytes = (await this.pictures?.read(file)) ?? Buffer.alloc(0)
        const type = file.suffix.endsWith('.jpg') ? 'jpeg' : 'webp'
        if (pictureType(bytes) !== type || !isBarePicture(bytes))
          throw refused(at, `${file.suffix} is no picture, or holds more than one`)
        if (type === 'webp' || largest === null) largest = bytes
        await photoStore().write(workspaceId, `${fileKey}-${file.suffix}`, bytes)
      }
      if (largest) await requireReadable(largest, row, at)
    }
  }

  /** Removes what was kept, where the import came to nothing. */
  async remove(workspaceId: string): Promise<void> {
    await removeFiles(workspaceId, this.kept)
  }
}

async function requireReadable(bytes: Buffer, row: NewRow, at: string): Promise<void> {
  try {
    const { width, height } = await encodePhoto(bytes, [])
    if (width === row.width && height === row.height) return
  } catch (error) {
    if (!(error instanceof PhotoRefused)) throw error
    throw refused(at, error.message.replace(/\.$/, ''))
  }
  throw refused(at, 'its picture has another width or height')
}
