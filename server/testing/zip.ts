import 'server-only'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { fromBuffer, type ZipFile as OpenZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { entriesOf, readEntry } from '../backup/file/zip'

/** The parts of an archive by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** An archive of parts. */
export async function zipped(parts: Parts): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of parts) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** The parts of an archive. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const open = promisify<Buffer, { lazyEntries: true; autoClose: false }, OpenZip>(fromBuffer)
  const zip = await open(Buffer.from(bytes), { lazyEntries: true, autoClose: false })
  const parts = new Map<string, Buffer>()
  for (const [name, entry] of await entriesOf(zip))
    parts.set(name, await buffer(await readEntry(zip, entry)))
  return parts
}
