import 'server-only'
import { createReadStream } from 'node:fs'
import { recordLists } from '../exports/record-tables'
import type { SystemJob } from '../auth/viewer'
import { importRecord, type Imported } from '../exports/import-record'
import { openRecordZip } from '../exports/open-record-zip'
import { text, UsageError, type Command } from './command'
import { operatorIn } from './workspace'

/** Reads a record file of ours into an empty workspace. */
export const importRecordCommand: Command = {
  usage: '<file> [--workspace <name or id>]',
  does: 'imports a complete record (JSON, or ZIP with its photos) into an empty workspace',
  options: { workspace: text },
  words: ['file'],
  run: async (options, [file = '']) => {
    const operator = await operatorIn(options)
    const { counts, dropped, pictures } = (await isZip(file))
      ? await importWithPhotos(operator, file)
      : await importRecord(operator, chunksOf(file))
    const written = recordLists().flatMap(([name]) =>
      counts[name] ? [`${name} ${counts[name]}`] : [],
    )
    return {
      json: { counts, leftOut: { references: dropped, pictures } },
      lines: [
        `Imported: ${written.join(', ') || 'nothing, the file is empty'}.`,
        ...(dropped > 0
          ? [`Left out, since they name records that are not in the file: references ${dropped}.`]
          : []),
        ...(pictures > 0
          ? [`Left out, since their pictures are not in the file: photos ${pictures}.`]
          : []),
      ],
    }
  },
}

async function importWithPhotos(operator: SystemJob, file: string): Promise<Imported> {
  const { text: record, pictures, close } = await openRecordZip(file)
  try {
    return await importRecord(operator, record, pictures)
  } finally {
    close()
  }
}

/** Whether a file begins as a zip does. */
async function isZip(file: string): Promise<boolean> {
  for await (const chunk of chunksOf(file, 3)) return chunk.startsWith('PK')
  return false
}

async function* chunksOf(file: string, end = Infinity): AsyncGenerator<string> {
  try {
    const options = { encoding: 'utf8', highWaterMark: 1 << 20, end } as const
    for await (const chunk of createReadStream(file, options)) yield String(chunk)
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
      throw new UsageError(`The file ${file} cannot be read (${String(error.code)}).`)
    throw error
  }
}
