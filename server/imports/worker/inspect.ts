import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** A workbook that is not read; the message says why, and what to do. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused'
}

/** The most that a workbook may hold when it is unpacked, in bytes. */
const MOST_BYTES = 100_000_000
const MOST_FILES = 5_000
/** The longest cell, in bytes of its markup. */
const LONGEST_CELL = 4_000_000
const LESS_THAN = 0x3c

export const TOO_LARGE =
  'This workbook holds more than 100 MB when it is unpacked. Save the one sheet as CSV, then import that.'
const DAMAGED =
  'This workbook is damaged, or is not a workbook. Open it in a spreadsheet and save it again, or save it as CSV.'

/**
 * Looks into a workbook before anything of it is unpacked into memory: what kind it is, how much it
 * says that it holds, and how much it does hold.
 *
 * @throws WorkbookRefused for what is too large, or no workbook.
 */
export async function inspect(bytes: Buffer): Promise<'xlsx' | 'ods'> {
  const zip = await orDamaged(
    promisify<Buffer, { lazyEntries: true; autoClose: false }, ZipFile>(fromBuffer)(bytes, {
      lazyEntries: true,
      autoClose: false,
    }),
  )
  const entries = await orDamaged(entriesOf(zip))
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (declared > MOST_BYTES || zip.entryCount > MOST_FILES) throw new WorkbookRefused(TOO_LARGE)
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (entries.some((entry) => entry.isEncrypted()))
    throw new WorkbookRefused('This workbook has a password. Save it without one, then try again.')
  let real = 0
  for (const entry of entries)
    if (entry.fileName.endsWith('.xml')) real += await orDamaged(readThrough(zip, entry))
  if (real > MOST_BYTES) throw new WorkbookRefused(TOO_LARGE)
  if (names.has('content.xml')) return 'ods'
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'xlsx'
  throw new WorkbookRefused(
    'This is an archive, not a workbook. Unpack it, then choose the table itself.',
  )
}

async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof WorkbookRefused) throw error
    throw new WorkbookRefused(DAMAGED)
  }
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.once('error', reject)
    zip.once('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > MOST_FILES) resolve(entries)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Unpacks a part piece by piece and keeps none: its size, unless it is not what it says it is. */
async function readThrough(zip: ZipFile, entry: Entry): Promise<number> {
  const stream = await promisify<Entry, Readable>(zip.openReadStream.bind(zip))(entry)
  let size = 0
  let since = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    const first = chunk.indexOf(LESS_THAN)
    since += first === -1 ? chunk.length : first
    if (since > LONGEST_CELL)
      throw new WorkbookRefused(
        'A cell of this workbook has more than a million characters. Shorten it, then try again.',
      )
    if (first !== -1) since = chunk.length - chunk.lastIndexOf(LESS_THAN)
  }
  return size
}
