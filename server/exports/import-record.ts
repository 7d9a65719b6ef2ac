import 'server-only'
import pg from 'pg'
import { requireRole, type Organizer, type SystemJob } from '../auth/viewer'
import { writeWholeRecord, type Tx } from '../db'
import { readLinks } from '../entries/links'
import { toEntry } from '../entries/present'
import { readRows } from '../entries/reading/rows'
import { AppError } from '../errors'
import { keepAudit, keepRevision, type RecordName } from '../history/record'
import { visibleSql } from '../timeline/filter/visible'
import { matchPassages } from '../sources/passage-match'
import { named } from '../trash/references'
import { readTables } from './columns'
import { campaignsBeside, directoryBeside } from './import-beside'
import { checkEntry, checkRecord } from './import-checks'
import { keepAsImport } from './import-kept'
import { ComingPictures } from './import-photos'
import { nameIn, writeLater, writeRows, type Importing } from './import-rows'
import type { RecordPictures } from './open-record-zip'
import { recordBatches, type RecordAt } from './record-batches'
import { recordLists, recordTables, type RecordList } from './record-tables'
import { refused } from './row-values'

const AT_ONCE = 200
/** The longest record that comes in by a browser, unpacked, in characters. */
const LONGEST_BESIDE = 500_000_000

/** What an import wrote, and what of the file it left out. */
export type Imported = {
  counts: Partial<Record<RecordList, number>>
  /** References to records that are not in the file. */
  dropped: number
  /** Photos whose pictures are not in the file. */
  pictures: number
  /** Organizations, people and sources that were there already, and stay as they are there. */
  known: number
  campaigns: { id: string; title: string; slug: string; entries: number; drafts: number }[]
  /** The import as which it is listed and undone; null where it came by the operator's hand. */
  importId: string | null
}

/** Where a record goes: into an empty workspace, or beside what is there, under the name of its file. */
export type Into = { beside?: { name: string }; tryOnly?: boolean }

/** Ends a transaction of which nothing is to stay. */
class OnlyTried extends Error {
  constructor(readonly imported: Imported) {
    super('It was only tried.')
  }
}

/**
 * Reads a record file into a workspace: all of it or nothing. Ids stay what they are, so that the same
 * file comes out again.
 *
 * @param chunks the text of the file
 * @param pictures those that came with it
 * @param into beside what is there, organizations, people and sources that are known are used; with
 *   `tryOnly` everything is done and then taken back, which tells what would be made
 * @throws AppError `forbidden` below editor; `conflict` where the workspace holds something, or beside it
 *   this very campaign; `invalid` with a sentence that names what in the file is wrong.
 */
export async function importRecord(
  viewer: SystemJob | Organizer,
  chunks: AsyncIterable<string>,
  pictures: RecordPictures | null = null,
  into: Into = {},
): Promise<Imported> {
  requireRole(viewer, into.beside ? 'editor' : 'owner')
  const coming = new ComingPictures(pictures)
  try {
    return await writeAll(viewer, chunks, coming, into)
  } catch (error) {
    await coming.remove(viewer.workspaceId)
    if (error instanceof OnlyTried) return error.imported
    throw error
  }
}

function writeAll(
  viewer: SystemJob | Organizer,
  chunks: AsyncIterable<string>,
  coming: ComingPictures,
  { beside, tryOnly }: Into,
): Promise<Imported> {
  return writeWholeRecord(viewer, async (tx) => {
    if (!beside) await requireEmpty(tx)
    const importing: Importing = {
      ...{ tx, workspaceId: viewer.workspaceId, tables: await readTables(tx) },
      ...{ written: new Map(), later: [], dropped: 0, pictures: 0, coming },
      ...{ beside: beside !== undefined, same: new Map() },
    }
    const counts: Imported['counts'] = {}
    for await (const { list, records } of recordBatches(
      chunks,
      AT_ONCE,
      beside && LONGEST_BESIDE,
    )) {
      counts[list] = (counts[list] ?? 0) + records.length
      await writeBatch(viewer, importing, list, records)
    }
    const unsaid = await writeLater(importing)
    await settleEntries(importing, viewer)
    for (const id of importing.written.get('source') ?? [])
      await matchPassages(tx, importing.same.get(nameIn('source', id)) ?? id)
    await coming.keep(viewer.workspaceId)
    const campaigns = await campaignsOf(importing)
    if (campaigns.length < (importing.written.get('campaign')?.size ?? 0))
      throw new AppError(
        'invalid',
        'Nothing was imported. A campaign of this record is in the trash. An export leaves those out.',
      )
    const imported = {
      ...{ counts, campaigns, dropped: importing.dropped + unsaid },
      ...{ pictures: importing.pictures, known: importing.same.size },
      importId: beside ? await keepAsImport(tx, viewer, beside.name, campaigns) : null,
    }
    if (tryOnly) throw new OnlyTried(imported)
    return imported
  })
}

function campaignsOf({ tx, written }: Importing): Promise<Imported['campaigns']> {
  return tx.$queryRaw`
    select c.id::text, c.title, c.slug, count(e.id)::int as entries,
      (count(e.id) filter (where e.status <> 'published'))::int as drafts
    from campaign c left join entry e on e.campaign_id = c.id
    where c.id = any(${[...(written.get('campaign') ?? [])]}::uuid[]) and c.trashed_at is null
    group by c.id, c.title, c.slug order by c.title`
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

async function writeBatch(
  viewer: SystemJob | Organizer,
  importing: Importing,
  list: RecordList,
  records: readonly RecordAt[],
): Promise<void> {
  for (const { value, at } of records) checkRecord(list, value, at)
  if (importing.beside) {
    await directoryBeside(importing, list, records)
    if (list === 'campaigns') await campaignsBeside(importing, viewer, records)
  }
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
async function settleEntries(
  { tx, written }: Importing,
  viewer: SystemJob | Organizer,
): Promise<void> {
  const condition = visibleSql(viewer)
  const all = [...(written.get('entry') ?? [])].sort()
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const ids = all.slice(from, from + AT_ONCE)
    const audience = { viewer, withhold: (text: string) => text, now: new Date() }
    const rows = await readRows(tx, ids, { condition })
    // One in the trash would be checked by nobody, and could be brought back as it is.
    if (rows.length < ids.length)
      throw new AppError(
        'invalid',
        'Nothing was imported. An entry of this record is in the trash. An export leaves those out.',
      )
    const links = await readLinks(tx, ids, condition, audience)
    for (const row of rows) {
      const { values, fields } = checkEntry(toEntry(row, { ...audience, links }))
      await keepRevision(tx, viewer, {
        ...{ record: 'entry', recordId: row.id, version: row.version, action: 'create' },
        ...{ before: {}, after: fields, snapshot: values, note: 'Imported from a record file.' },
      })
    }
  }
}
