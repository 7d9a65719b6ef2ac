import 'server-only'
import type { LookAlike } from '@/lib/forms/state'
import { checkRow, type CheckedRow, type Refusal } from '@/lib/imports/check-rows'
import { samePlausibly, type EditedField } from '@/lib/imports/editions'
import { notJoined } from '@/lib/imports/not-joined'
import { recordIdOf } from '@/lib/imports/row-cells'
import { saidBy, type Said } from '@/lib/imports/said'
import type { TableRow } from '@/lib/imports/table'
import type { EntryInput } from '@/lib/schemas/entry'
import { LEAVE_ALL, type Answers } from '@/lib/schemas/import'
import { requireRole, type Viewer } from '../auth/viewer'
import type { Campaign } from '../campaigns/dto'
import { campaignBySlug } from '../campaigns/queries'
import { withViewer } from '../db'
import { entriesById } from '../entries/queries'
import { placedOnClocks } from '../entries/spine'
import { AppError } from '../errors'
import { sharing } from '../share-time'
import { compareEditions, type EditionRow } from './editions'
import { candidatesFor, rowHash, importedBefore, keyOf, likeRow } from './known'
import { forgetSharedKeys, goneRows, olderRows, RowsThere, type OlderEntry } from './older'
import { seriesOfFile, type Prepared } from './prepare'
import { roomFor } from './room'

/** A row that becomes an entry. */
export type GoodRow = {
  row: TableRow
  hash: string
  /** What it is told by in a newer edition of its file. */
  key: string | null
  said: Said
  input: EntryInput
  kept: string[]
}

/** A row that is the same as an entry that is there. */
export type JoinedRow = GoodRow & { entryId: string }

/** The same, with what the row says that its entry does not get. */
type WithLeft = JoinedRow & { left: EditedField[] }

/** What becomes of each row of a file. */
export type Checked = {
  good: GoodRow[]
  /** Rows that look like existing entries, and are left. */
  alike: (GoodRow & { entries: LookAlike[] })[]
  /** Rows that become a further source of an entry that is there. */
  joined: WithLeft[]
  /** Rows that an older edition of the file made entries of, which they change. */
  updated: EditionRow[]
  /** The same, where all that they say otherwise was changed since, or is not to be changed. */
  stayed: EditionRow[]
  /** Entries of older editions of the file that are not in this one. */
  gone: { id: string; title: string }[]
  /** Rows that are entries already. */
  same: { row: TableRow; entryId: string }[]
  skipped: { number: number; reason: string }[]
  refused: { row: TableRow; refusals: Refusal[] }[]
}

const AT_ONCE = 100

/**
 * Says of each row of a file what an import would make of it. Nothing is written.
 *
 * @param ownImport the import that goes on with this file: its own drafts are like no row.
 * @throws AppError `forbidden` below contributor, `not_found` for the campaign.
 */
export async function checkImport(
  viewer: Viewer,
  { slug }: Pick<Campaign, 'slug'>,
  prepared: Prepared,
  answers: Answers = LEAVE_ALL,
  ownImport: string | null = null,
): Promise<Checked> {
  requireRole(viewer, 'contributor')
  const { table, plan } = prepared
  const series = seriesOfFile(prepared)
  const campaign = await withViewer(viewer, (tx) => campaignBySlug(tx, viewer, slug))
  const checked: Checked = {
    good: [],
    alike: [],
    ...{ joined: [], updated: [], stayed: [], gone: [] },
    same: [],
    skipped: [...table.leftOut],
    refused: [],
  }
  const rows: GoodRow[] = []
  const there = new RowsThere()
  const numbers = new Map<string, number>()
  const share = sharing()
  for (const row of table.rows) {
    await share()
    const one = await onClocks(checkRow(row, table, plan), campaign.timeZone)
    const hash = rowHash(row, table.columns)
    if (one.state === 'refused') {
      const { refusals, values } = one
      checked.refused.push({ row, refusals })
      there.add(hash, keyOf(series, recordIdOf(row, plan), null), values)
    }
    if (one.state === 'skipped') checked.skipped.push({ number: row.number, reason: one.reason })
    if (one.state !== 'good') continue
    const first = numbers.get(hash)
    if (first === undefined) {
      numbers.set(hash, row.number)
      const { input, kept, values } = one
      const key = keyOf(series, recordIdOf(row, plan), input)
      there.add(hash, key)
      rows.push({ row, hash, key, said: saidBy(values, input), input, kept })
    } else checked.skipped.push({ number: row.number, reason: `It is the same as row ${first}.` })
  }
  forgetSharedKeys(rows)
  const { older, known, candidates } = await withViewer(viewer, async (tx) => ({
    older: await olderRows(tx, viewer, campaign.id, rows),
    known: await importedBefore(tx, viewer, campaign.id, [...numbers.keys()]),
    candidates: await candidatesFor(
      tx,
      viewer,
      campaign.id,
      rows.map(({ input }) => input),
      ownImport,
    ),
  }))
  const editions: OlderEntry[] = []
  const answered: (JoinedRow & { entries: LookAlike[] })[] = []
  for (const good of rows) {
    await share()
    const before = older.get(good.key ?? '')
    if (before && before.hash !== good.hash && samePlausibly(before.said, good.said)) {
      if (before.trashed) checked.same.push({ row: good.row, entryId: before.entryId })
      else editions.push({ ...good, entryId: before.entryId, older: before.said })
      continue
    }
    const entryId = before?.hash === good.hash ? before.entryId : known.get(good.hash)
    if (entryId) {
      checked.same.push({ row: good.row, entryId })
      continue
    }
    const answer = answers.rows?.[`r${good.row.number}`] || answers.alike
    const entries = answer === 'make' ? [] : likeRow(candidates, good.input)
    if (entries.length === 0) checked.good.push(good)
    else if (answer === 'leave') checked.alike.push({ ...good, entries })
    else {
      const chosen = answer === 'same' ? entries[0] : entries.find(({ id }) => id === answer)
      // Whoever may not change it leaves the row.
      if (chosen && candidates.changeable.has(chosen.id))
        answered.push({ ...good, entries, entryId: chosen.id })
      else checked.alike.push({ ...good, entries })
    }
  }
  const { fit, full } = await withViewer(viewer, (tx) => roomFor(tx, answered))
  for (let from = 0; from < fit.length; from += AT_ONCE) {
    const some = fit.slice(from, from + AT_ONCE)
    const ids = some.map(({ entryId }) => entryId)
    const entries = await withViewer(viewer, (tx) => entriesById(tx, viewer, ids))
    const byId = new Map(entries.map((entry) => [entry.id, entry] as const))
    for (const row of some) {
      const entry = byId.get(row.entryId)
      if (entry) checked.joined.push({ ...row, left: notJoined(row, entry) })
    }
  }
  const kept = { checked, keep: answers.keepEntries === 'on' }
  for (let from = 0; from < editions.length; from += AT_ONCE) {
    const some = editions.slice(from, from + AT_ONCE)
    await withViewer(viewer, (tx) => compareEditions(tx, viewer, campaign, some, kept))
  }
  if (older.size > 0)
    checked.gone = await withViewer(viewer, (tx) =>
      goneRows(tx, viewer, { campaignId: campaign.id, series, there }),
    )
  checked.refused.push(...full)
  return checked
}

/** Refuses an hour that the clocks did not show, which a schema cannot know. */
async function onClocks(checked: CheckedRow, zone: string): Promise<CheckedRow> {
  if (checked.state !== 'good') return checked
  try {
    await placedOnClocks(checked.input, zone)
    return checked
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { row, values } = checked
    const field = String(error.path[0] ?? '')
    const value = String(values[field] ?? '')
    const refusal = { row: row.number, column: '', value, sentence: error.message }
    return { row, state: 'refused', refusals: [refusal], values }
  }
}
