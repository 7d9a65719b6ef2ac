import 'server-only'
import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import type { ZipFile } from 'yazl'
import type { Sink } from './asked'

/** A file of a zip that is written piece by piece, and the end of the zip. */
type Packing = {
  write: (piece: string | Uint8Array) => Promise<void>
  /** Ends the file, and waits for the whole zip. */
  end: () => Promise<void>
}

/**
 * Packs a file as it comes, so that a long one never stands in memory.
 *
 * @param fill adds that file to a zip, among others, and ends the zip.
 */
export function packing(zip: ZipFile, sink: Sink, fill: (file: PassThrough) => void): Packing {
  const file = new PassThrough()
  fill(file)
  const sent = send(zip, sink)
  // Told by whichever of the two is awaited next.
  sent.catch(() => {})
  return {
    write: async (piece) => {
      if (!file.write(piece)) await Promise.race([once(file, 'drain'), sent])
    },
    end: async () => {
      file.end()
      await sent
    },
  }
}

/** Lets the writing of a zip fail. */
export function failPacking({ outputStream }: ZipFile, reason: unknown): void {
  const stream = outputStream as Readable
  stream.destroy(reason instanceof Error ? reason : new Error(String(reason)))
}

async function send({ outputStream }: ZipFile, sink: Sink): Promise<void> {
  for await (const chunk of outputStream as AsyncIterable<Uint8Array>) await sink(chunk)
}
