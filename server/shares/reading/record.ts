import 'server-only'
import type { ManyEntries, SharedEntry, SharedRecord } from '@/lib/shares/record'
import { noFilter, type TimelineFilter } from '@/lib/timeline/filters'
import type { ShareReader } from '../../auth/viewer'
import { inSnapshot } from '../../db'
import { AppError } from '../../errors'
import { timelineOrder } from '../../timeline/cursor'
import { Turns } from '../../turns'
import { sharedEntriesOf } from './entries'
import { MOST_IN_A_FILE } from './file-limit'
import { knownEntries, learn, packed, PackedEntries, type KnownEntries } from './packed-entries'
import { readSharedDemands } from './ledger'
import { readingOf, type Context } from './read'
import { openRecordId } from './record-ids'
import { shownTime } from './shown-time'

const AT_ONCE = 200

// One after the other, since what one reads the next one finds.
const turns = new Turns({ atOnce: 1, waiting: 12 })

/**
 * Reads all that a link shows, or what a filter leaves of it, oldest entry first, for a file. It is
 * one state of the record, read some entries at a time. What was read is kept until something is
 * written, so that files of other formats and filters cost little after the first.
 *
 * @throws AppError `unavailable` when many are being read.
 */
export async function readSharedFile(
  reader: ShareReader,
  filter: TimelineFilter = noFilter,
): Promise<SharedRecord<ManyEntries>> {
  return read(reader, filter, known)
}

/** The same, read anew and with its entries in memory. */
export async function readSharedRecord(
  reader: ShareReader,
  filter: TimelineFilter = noFilter,
): Promise<SharedRecord> {
  const record = await read(reader, filter, () => Promise.resolve(null))
  return { ...record, entries: [...record.entries] }
}

async function read(
  reader: ShareReader,
  filter: TimelineFilter,
  knownIn: (context: Context) => Promise<KnownEntries | null>,
): Promise<SharedRecord<ManyEntries>> {
  const record = await turns.take(() =>
    readingOf(
      reader,
      async (context) => {
        const { terms, campaign } = context
        const ids = terms.scope === 'ledger' ? [] : await idsOf(context, filter)
        const inFile = ids.slice(0, MOST_IN_A_FILE)
        return {
          campaign,
          publisher: terms.publisher,
          lens: reader.lens,
          scope: terms.scope,
          demands: await readSharedDemands(context),
          entries: await entriesOf(context, inFile, await knownIn(context)),
          updatedAt: (await context.lastChange()).toISOString(),
          cut: ids.length > inFile.length,
        }
      },
      undefined,
      inSnapshot,
    ),
  )
  if (record) return record
  throw new AppError(
    'unavailable',
    'Many files are being made at this moment. Try again in a few seconds.',
  )
}

async function idsOf({ tx, rules, narrowed }: Context, filter: TimelineFilter): Promise<string[]> {
  const { entries } = await narrowed(filter)
  const found = await tx.$queryRaw<{ id: string }[]>`
    select e.id from entry e where ${entries}
    order by ${timelineOrder('up', shownTime(rules))} limit ${MOST_IN_A_FILE + 1}`
  return found.map(({ id }) => id)
}

/**
 * What a link shows of these entries, by the ids that its readers know, also where it shows more than
 * one file holds.
 */
export async function shownAmong(context: Context, ids: string[]): Promise<SharedEntry[]> {
  const { tx, reader, entries } = context
  const shown: SharedEntry[] = []
  const open = ids.flatMap((id) => openRecordId(reader, id) ?? [])
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const found = await tx.$queryRaw<{ id: string }[]>`
      select e.id from entry e
      where ${entries} and e.id = any(${open.slice(from, from + AT_ONCE)}::uuid[])`
    const some = found.map(({ id }) => id)
    if (some.length > 0) shown.push(...(await sharedEntriesOf(context, some)))
  }
  return shown
}

async function known({ reader, terms, names, stamp }: Context): Promise<KnownEntries> {
  const { rules, scope, entryId, filter } = terms
  const state = JSON.stringify([await stamp(), rules, scope, entryId, filter])
  return knownEntries(reader.shareLinkId, state, names)
}

async function entriesOf(
  context: Context,
  ids: string[],
  before: KnownEntries | null,
): Promise<PackedEntries> {
  const found = new Map(before?.byId)
  const missing = ids.filter((id) => !found.has(id))
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const some = missing.slice(from, from + AT_ONCE)
    const entries = await sharedEntriesOf(context, some)
    const read = new Map(entries.map((entry, at) => [some[at] ?? '', packed(entry)]))
    if (before) learn(context.reader.shareLinkId, before, read)
    for (const [id, entry] of read) found.set(id, entry)
  }
  return new PackedEntries(ids.flatMap((id) => found.get(id) ?? []))
}
