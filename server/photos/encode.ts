import 'server-only'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { pictureType, type Area } from '@/lib/photos'
import { readFrames, writeFrames } from './worker/frames'
import { PhotoRefused } from './refused'
import { Turns } from '../turns'

/** A picture in its sizes: `width` and `height` in pixels of the largest. */
export type EncodedPhoto = {
  width: number
  height: number
  files: { suffix: string; bytes: Buffer }[]
}

const LONGEST_MS = 10_000
const turns = new Turns({ atOnce: 2, waiting: 20 })

const answerSchema = z.union([
  z.object({ refused: z.enum(['too many pixels', 'damaged']) }),
  z.object({
    width: z.number(),
    height: z.number(),
    suffixes: z.array(z.string().regex(/^\d{1,4}\.(webp|jpg|png)$/)).max(10),
  }),
])

/**
 * Reads a picture and writes it anew in several sizes, without whatever else its file held, the
 * areas made unrecognizable for good. It happens in a process of its own, two at a time, in at most
 * 10 s; neither the picture nor what it showed in the areas touches a disk. A mark has one size, as
 * a small PNG.
 *
 * @throws PhotoRefused `kind`, `pixels`, `damaged`, `slow` or `busy`.
 */
export async function encodePhoto(
  bytes: Uint8Array,
  areas: readonly Area[],
  as: 'photo' | 'mark' = 'photo',
): Promise<EncodedPhoto> {
  // What is no picture by its first bytes starts no decoder at all.
  if (pictureType(bytes) === null) throw new PhotoRefused('kind')
  const said = await turns.take(() =>
    encodeApart([Buffer.from(JSON.stringify({ areas, as })), bytes]),
  )
  if (!said) throw new PhotoRefused('busy')
  const [head, ...pictures] = readFrames(said)
  const answer = answerSchema.parse(JSON.parse(String(head)))
  if ('refused' in answer)
    throw new PhotoRefused(answer.refused === 'damaged' ? 'damaged' : 'pixels')
  const { width, height, suffixes } = answer
  return {
    width,
    height,
    files: suffixes.map((suffix, index) => ({
      suffix,
      bytes: pictures[index] ?? Buffer.alloc(0),
    })),
  }
}

function encodeApart(order: readonly Uint8Array[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Compiled beforehand, as the HTTP server is (scripts/compile.mjs).
    const program = join(/* turbopackIgnore: true */ process.cwd(), 'dist', 'encode.js')
    const child = spawn(process.execPath, [program], {
      stdio: ['pipe', 'pipe', 'ignore'],
      // It needs nothing of ours: no secret, no database.
      env: { NODE_ENV: 'production' },
    })
    let late = false
    const limit = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, LONGEST_MS)
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(limit)
      if (code === 0) resolve(Buffer.concat(chunks))
      else reject(new PhotoRefused(late ? 'slow' : 'damaged'))
    })
    // A decoder that dies leaves a broken pipe; its end says the rest.
    child.stdin.on('error', () => undefined)
    child.stdin.end(writeFrames(order))
  })
}
