import 'server-only'
import { isKeyOf } from '@/lib/keys'
import pg from 'pg'
import { RecordReader } from '@/lib/exports/read-record'
import { requireRole, type SystemJob } from '../auth/viewer'
import { writeWholeRecord, type Tx } from '../db'
import { readLinks } from '../entries/links'
import { toEntry } from '../entries/present'
import { entrySelect, type EntryRow } from '../entries/select'
import { AppError } from '../errors'
import { keepAudit, keepRevision, type RecordName } from '../history/record'
import { entriesVisibleTo } from '../policy'
import { matchPassages } from '../sources/passage-match'
import { named } from '../trash/references'
import { readTables } from './columns'
import { checkEntry, checkRecord } from './import-checks'
import { ComingPictures } from './import-photos'
import { writeLater, writeRows, type Importing } from './import-rows'
import type { RecordPictures } from './open-record-zip'
import { recordLists, recordTables, type RecordList } from './record-tables'
import { refused } from './row-values'

const AT_ONCE = 200

/** What an import wrote, and what of the file it left out. */
export type Imported = {
  counts: Partial<Record<RecordList, number>>
  /** References to records that are not in the file. */
  dropped: number
  /** Photos whose pictures are not in the file. */
  pictures: number
}

/**
 * Reads a record file into a workspace that has no record: all of it or nothing. Ids stay what they
 * are, so that the same file comes out again.
 *
 * @param chunks the text of the file
 * @param pictures those that came with it
 * @throws AppError `conflict` where the workspace holds something, `invalid` with a sentence that
 *   names what in the file is wrong.
 */
export async function importRecord(
  operator: SystemJob,
  chunks: AsyncIterable<string>,
  pictures: RecordPictures | null = null,
): Promise<Imported> {
  requireRole(operator, 'owner')
  const coming = new ComingPictures(pictures)
  try {
    return await writeAll(operator, chunks, coming)
  } catch (error) {
    await coming.remove(operator.workspaceId)
    throw error
  }
}

function writeAll(
  operator: SystemJob,
  chunks: AsyncIterable<string>,
  coming: ComingPictures,
): Promise<Imported> {
  return writeWholeRecord(operator, async (tx) => {
    await requireEmpty(tx)
    const importing: Importing = {
      ...{ tx, workspaceId: operator.workspaceId, tables: await readTables(tx) },
      ...{ written: new Map(), later: [], dropped: 0, pictures: 0, coming },
    }
    const counts = await readAll(operator, importing, chunks)
    const unsaid = await writeLater(importing)
    await settleEntries(tx, operator)
    for (const { id } of await tx.source.findMany({ select: { id: true } }))
      await matchPassages(tx, id)
    await coming.keep(operator.workspaceId)
    return { counts, dropped: importing.dropped + unsaid, pictures: importing.pictures }
  })
}

async function requireEmpty(tx: Tx): Promise<void> {
  for (const [, { table }] of recordLists()) {
    const rows = await tx.$queryRaw<object[]>`select from ${named(table)} limit 1`
    if (rows.length > 0)
      throw new AppError(
        'conflict',
        'This workspace holds a record already. Import into a workspace that is empty.',
      )
  }
}

const AUDITED: Partial<Record<RecordList, RecordName>> = {
  organizations: 'organization',
  people: 'person',
  sources: 'source',
  campaigns: 'campaign',
  demands: 'demand',
}

async function readAll(
  viewer: SystemJob,
  importing: Importing,
  chunks: AsyncIterable<string>,
): Promise<Imported['counts']> {
  const reader = new RecordReader()
  const counts: Imported['counts'] = {}
  const head = new Map<string, unknown>()
  const order = recordLists().map(([name]) => name)
  let batch: { value: unknown; at: string }[] = []
  let current: RecordList | null = null
  const flush = async () => {
    if (current === null || batch.length === 0) return
    const records = batch
    batch = []
    await writeBatch(viewer, importing, current, records)
  }
  for await (const chunk of chunks)
    for (const { name, value, list } of parsed(() => reader.read(chunk))) {
      if (!list) {
        head.set(name, value)
        continue
      }
      requireForm(head)
      if (!isList(name)) throw unknownForm(`It has a list “${name}”.`)
      if (name !== current) {
        await flush()
        if (current !== null && order.indexOf(name) < order.indexOf(current))
          throw unknownForm(`Its list “${name}” stands too late.`)
        current = name
      }
      const at = `${name}, record ${(counts[name] = (counts[name] ?? 0) + 1)}`
      batch.push({ value, at })
      if (batch.length >= AT_ONCE) await flush()
    }
  parsed(() => reader.end())
  requireForm(head)
  await flush()
  return counts
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

async function writeBatch(
  viewer: SystemJob,
  importing: Importing,
  list: RecordList,
  records: readonly { value: unknown; at: string }[],
): Promise<void> {
  for (const { value, at } of records) checkRecord(list, value, at)
  const ids = await writeRows(importing, recordTables[list], records).catch((error: unknown) => {
    // What no form can type may still break a rule that the database keeps.
    if (!(error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''))) throw error
    const [first] = records
    throw refused(
      `${first?.at ?? list} or one of the ${records.length - 1} after it`,
      `it breaks a rule of the database (${error.constraint ?? error.message})`,
    )
  })
  const name = AUDITED[list]
  if (name)
    for (const id of ids) await keepAudit(importing.tx, viewer, 'create', name, id, ['import'])
}

// Entries are checked when all that they name is there; what their form shows begins their history.
async function settleEntries(tx: Tx, viewer: SystemJob): Promise<void> {
  const visible = entriesVisibleTo(viewer)
  for (let after: string | null = null; ;) {
    const rows: EntryRow[] = await tx.entry.findMany({
      where: { AND: [visible, after === null ? {} : { id: { gt: after } }] },
      select: entrySelect,
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    })
    const last = rows.at(-1)
    if (!last) return
    const audience = { viewer, withhold: (text: string) => text, now: new Date() }
    const ids = rows.map(({ id }) => id)
    const links = await readLinks(tx, ids, visible, audience)
    for (const row of rows) {
      const { values, fields } = checkEntry(toEntry(row, { ...audience, links }))
      await keepRevision(tx, viewer, {
        ...{ record: 'entry', recordId: row.id, version: row.version, action: 'create' },
        ...{ before: {}, after: fields, snapshot: values, note: 'Imported from a record file.' },
      })
    }
    after = last.id
  }
}
