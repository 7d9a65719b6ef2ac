import 'server-only'
import { createReadStream } from 'node:fs'
import { openRecordZip, type RecordPictures } from './open-record-zip'

/** Reads a record file, with its pictures where it is a ZIP: its text goes by in pieces. */
export async function withRecordFile<T>(
  path: string,
  work: (text: AsyncIterable<string>, pictures: RecordPictures | null) => Promise<T>,
): Promise<T> {
  if (!(await isZip(path))) return work(textOf(path), null)
  const { text, pictures, close } = await openRecordZip(path)
  try {
    return await work(text, pictures)
  } finally {
    close()
  }
}

/** Whether a file begins as a zip does. */
async function isZip(path: string): Promise<boolean> {
  for await (const chunk of textOf(path, 3)) return chunk.startsWith('PK')
  return false
}

async function* textOf(path: string, end = Infinity): AsyncGenerator<string> {
  const options = { encoding: 'utf8', highWaterMark: 1 << 20, end } as const
  for await (const chunk of createReadStream(path, options)) yield String(chunk)
}
