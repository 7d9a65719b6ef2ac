import 'server-only'
import { isKeyOf } from '@/lib/keys'
import { RecordReader } from '@/lib/exports/read-record'
import { AppError } from '../errors'
import { recordLists, recordTables, type RecordList } from './record-tables'

/** One record of a file, with where it stands there. */
export type RecordAt = { value: unknown; at: string }
type Batch = { list: RecordList; records: RecordAt[] }

/** How much of a file is read, in characters, before what was read of it is given away. */
const MOST_HELD = 8_000_000

/**
 * Reads a record file in pieces of one list each, in the order in which it must have them: so many records, or
 * fewer where they are long, so that no file fills the memory.
 *
 * @param atOnce the most records of a piece
 * @param longest the most characters of the whole, where that is bounded
 * @throws AppError `invalid` with a sentence that names what in the file is wrong.
 */
export async function* recordBatches(
  chunks: AsyncIterable<string>,
  atOnce: number,
  longest = Infinity,
): AsyncGenerator<Batch> {
  const reader = new RecordReader()
  const head = new Map<string, unknown>()
  const order = recordLists().map(([name]) => name)
  let batch: Batch | null = null
  let count = 0
  let held = 0
  let all = 0
  for await (const chunk of chunks) {
    all += chunk.length
    held += chunk.length
    if (all > longest) throw tooLong(longest)
    if (batch && batch.records.length > 0 && held > MOST_HELD) {
      yield batch
      batch = { list: batch.list, records: [] }
      held = 0
    }
    for (const { name, value, list } of parsed(() => reader.read(chunk))) {
      if (!list) {
        head.set(name, value)
        continue
      }
      requireForm(head)
      if (!isList(name)) throw unknownForm(`It has a list “${name}”.`)
      if (name !== batch?.list) {
        if (batch && batch.records.length > 0) yield batch
        if (batch && order.indexOf(name) < order.indexOf(batch.list))
          throw unknownForm(`Its list “${name}” stands too late.`)
        batch = { list: name, records: [] }
        count = 0
      }
      count += 1
      batch.records.push({ value, at: `${name}, record ${count}` })
      if (batch.records.length < atOnce) continue
      yield batch
      batch = { list: name, records: [] }
    }
  }
  parsed(() => reader.end())
  requireForm(head)
  if (batch && batch.records.length > 0) yield batch
}

function tooLong(longest: number): AppError {
  return new AppError(
    'invalid',
    `Nothing was imported. Unpacked, this record is longer than ${longest / 1_000_000} MB. Whoever runs Throughline can import it from the command line.`,
  )
}

function parsed<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new AppError('invalid', `Nothing was imported. ${error.message}`)
    throw error
  }
}

function requireForm(head: ReadonlyMap<string, unknown>): void {
  if (head.get('format') !== 'throughline-record') throw unknownForm('It is another format.')
  if (head.get('version') !== 1) throw unknownForm('A newer version of Throughline wrote it.')
}

function unknownForm(why: string): AppError {
  return new AppError(
    'invalid',
    `Nothing was imported. This is not a record file of the form “throughline-record”, version 1. ${why}`,
  )
}

function isList(name: string): name is RecordList {
  return isKeyOf(recordTables, name)
}
