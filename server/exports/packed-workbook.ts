import 'server-only'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import { workbookParts } from '@/lib/formats/sheet-xml'
import type { Sink } from './asked'

/**
 * A workbook around a sheet that is written piece by piece: packed as it comes, so that a long one
 * never stands in memory.
 */
export function packedWorkbook(sink: Sink): {
  write: (piece: string | Uint8Array) => Promise<void>
  end: () => Promise<void>
} {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(workbookParts)) zip.addBuffer(Buffer.from(text), name)
  const sheet = new PassThrough()
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  zip.end()
  const sent = send(zip, sink)
  // Told by whichever of the two is awaited next.
  sent.catch(() => {})
  return {
    write: async (piece) => {
      if (!sheet.write(piece)) await Promise.race([once(sheet, 'drain'), sent])
    },
    end: async () => {
      sheet.end()
      await sent
    },
  }
}

async function send({ outputStream }: ZipFile, sink: Sink): Promise<void> {
  for await (const chunk of outputStream as AsyncIterable<Uint8Array>) await sink(chunk)
}
