import 'server-only'
import { basename } from 'node:path'
import { importRecord, type Into } from '../exports/import-record'
import { withRecordFile } from '../exports/record-file'
import { recordLists } from '../exports/record-tables'
import { flag, text, UsageError, type Command } from './command'
import { operatorIn } from './workspace'

/** Reads a record file of ours into an empty workspace, or beside what is there. */
export const importRecordCommand: Command = {
  usage: '<file> [--add] [--dry-run] [--workspace <name or id>]',
  does: 'imports a complete record (JSON, or ZIP with its photos) into an empty workspace; --add makes new campaigns of it beside those that are there',
  options: { add: flag, 'dry-run': flag, workspace: text },
  words: ['file'],
  run: async (options, [file = '']) => {
    const operator = await operatorIn(options)
    const into: Into = {
      ...(options.add === true && { beside: { name: basename(file) } }),
      tryOnly: options['dry-run'] === true,
    }
    const { counts, dropped, pictures, known } = await withRecordFile(file, (record, photos) =>
      importRecord(operator, record, photos, into),
    ).catch((error: unknown) => {
      throw unreadable(file, error)
    })
    const written = recordLists().flatMap(([name]) =>
      counts[name] ? [`${name} ${counts[name]}`] : [],
    )
    return {
      json: { counts, known, written: !into.tryOnly, leftOut: { references: dropped, pictures } },
      lines: [
        `${into.tryOnly ? 'This would be imported' : 'Imported'}: ${written.join(', ') || 'nothing, the file is empty'}.`,
        ...(known > 0
          ? [`Organizations, people and sources that were there already, and stay: ${known}.`]
          : []),
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

/** A file that is not there, or may not be read, is the caller's mistake. */
function unreadable(file: string, error: unknown): unknown {
  return error instanceof Error && 'code' in error && 'syscall' in error
    ? new UsageError(`The file ${file} cannot be read (${String(error.code)}).`)
    : error
}
