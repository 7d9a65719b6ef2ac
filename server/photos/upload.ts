import 'server-only'
import { MOST_PHOTO_BYTES, type Area } from '@/lib/photos'
import { areasSchema } from '@/lib/schemas/photo-areas'
import { PhotoRefused } from './refused'

/** What an upload brings: the picture, the areas to hide, and the other fields of its form. */
export type Upload = { bytes: Uint8Array; areas: Area[]; field: (name: string) => string }

/** What a form adds to the picture itself. */
const MOST_FORM_BYTES = MOST_PHOTO_BYTES + 100_000

/**
 * Reads an upload (multipart/form-data with the fields `photo` and `areas`). Reading ends with the
 * byte that is too many; the name of the file is not looked at.
 *
 * @throws PhotoRefused `bytes`, `missing` or `areas`.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new PhotoRefused('kind')
  const body = await readAtMost(request.body, MOST_FORM_BYTES)
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw new PhotoRefused('damaged')
    })
  const photo = form.get('photo')
  if (typeof photo === 'string' || photo === null || photo.size === 0)
    throw new PhotoRefused('missing')
  if (photo.size > MOST_PHOTO_BYTES) throw new PhotoRefused('bytes')
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return { bytes: await bytesOf(photo), areas: areasFrom(field('areas')), field }
}

/** Areas as JSON. @throws PhotoRefused `areas`. */
function areasFrom(text: string): Area[] {
  if (text === '') return []
  try {
    return areasSchema.parse(JSON.parse(text))
  } catch {
    throw new PhotoRefused('areas')
  }
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = stream?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) return new Uint8Array(Buffer.concat(chunks))
    size += next.value.length
    if (size > most) {
      await reader?.cancel()
      throw new PhotoRefused('bytes')
    }
    chunks.push(next.value)
  }
}
